package in.sauda.core.instruments.search;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// Which documents contain three given characters in a row.
///
/// Narrows 40,000 texts to the few that are worth a {@code contains}. Lists are sorted by document. One or two
/// characters need no lists of their own: they are the union of all threes that begin with them.
final class NgramIndex {
    private static final int CODES = 40;
    private static final int SPAN = CODES * CODES;
    private static final int OTHER = 39;
    private static final int[] NOTHING = {};

    private final int[][] postings = new int[SPAN * CODES][];
    private final int documents;

    NgramIndex(List<String> texts) {
        documents = texts.size();
        int[] sizes = new int[postings.length];
        int[] last = new int[postings.length];
        Arrays.fill(last, -1);
        for (int document = 0; document < documents; document++) {
            count(texts.get(document), document, last, sizes);
        }
        for (int key = 0; key < sizes.length; key++) {
            postings[key] = sizes[key] == 0 ? NOTHING : new int[sizes[key]];
        }
        Arrays.fill(last, -1);
        Arrays.fill(sizes, 0);
        for (int document = 0; document < documents; document++) {
            fill(texts.get(document), document, last, sizes);
        }
    }

    private static void count(String text, int document, int[] last, int[] sizes) {
        int key = start(text);
        for (int at = 2; at < text.length() + 2; at++) {
            key = next(key, text, at);
            if (last[key] != document) {
                last[key] = document;
                sizes[key]++;
            }
        }
    }

    private void fill(String text, int document, int[] last, int[] sizes) {
        int key = start(text);
        for (int at = 2; at < text.length() + 2; at++) {
            key = next(key, text, at);
            if (last[key] != document) {
                last[key] = document;
                postings[key][sizes[key]++] = document;
            }
        }
    }

    /// Documents that may contain all fragments: those of the longest kind of fragment, the rarest of these.
    int[] candidates(List<String> fragments) {
        int longest = fragments.stream().mapToInt(String::length).max().orElse(0);
        int[] best = null;
        for (String fragment : fragments) {
            if (fragment.length() >= Math.min(3, longest)) {
                int[] list = candidates(fragment);
                best = best == null || list.length < best.length ? list : best;
            }
        }
        return best == null ? NOTHING : best;
    }

    /// Documents that may contain the fragment, which must not be empty.
    int[] candidates(String fragment) {
        if (fragment.length() == 1) {
            return union(code(fragment, 0) * SPAN, SPAN);
        }
        int key = start(fragment);
        if (fragment.length() == 2) {
            return union(key * CODES, CODES);
        }
        int[] best = null;
        for (int at = 2; at < fragment.length(); at++) {
            key = next(key, fragment, at);
            best = best == null || postings[key].length < best.length ? postings[key] : best;
        }
        return best == null ? NOTHING : best;
    }

    private int[] union(int from, int count) {
        BitSet found = new BitSet(documents);
        for (int key = from; key < from + count; key++) {
            for (int document : postings[key]) {
                found.set(document);
            }
        }
        int[] list = new int[found.cardinality()];
        int size = 0;
        for (int document = found.nextSetBit(0); document >= 0; document = found.nextSetBit(document + 1)) {
            list[size++] = document;
        }
        return list;
    }

    private static int start(String text) {
        return code(text, 0) * CODES + code(text, 1);
    }

    private static int next(int key, String text, int at) {
        return key % SPAN * CODES + code(text, at);
    }

    /// Never 0 inside the text; 0 stands for what comes after its end.
    private static int code(String text, int at) {
        if (at >= text.length()) {
            return 0;
        }
        char character = text.charAt(at);
        if (character >= 'A' && character <= 'Z') {
            return character - 'A' + 3;
        }
        if (character >= '0' && character <= '9') {
            return character - '0' + 29;
        }
        return character == '|' ? 1 : character == ' ' ? 2 : OTHER;
    }
}
