package in.sauda.core.instruments.search;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which documents contain three given characters in a row; also two, where the first is a bar or a blank.
///
/// Narrows 40,000 texts to the few that are worth a {@code contains}. Lists are sorted by document.
final class NgramIndex {
    private static final int CODES = 40;
    private static final int OTHER = 39;
    private static final int[] NOTHING = {};

    private final int[][] postings;

    NgramIndex(List<String> texts) {
        int[] sizes = new int[CODES * CODES * CODES];
        int[] last = new int[sizes.length];
        Arrays.fill(last, -1);
        for (int document = 0; document < texts.size(); document++) {
            count(texts.get(document), document, last, sizes);
        }
        postings = new int[sizes.length][];
        for (int key = 0; key < sizes.length; key++) {
            postings[key] = sizes[key] == 0 ? NOTHING : new int[sizes[key]];
        }
        Arrays.fill(last, -1);
        Arrays.fill(sizes, 0);
        for (int document = 0; document < texts.size(); document++) {
            fill(texts.get(document), document, last, sizes);
        }
    }

    private static void count(String text, int document, int[] last, int[] sizes) {
        for (int at = 0; at < text.length() - 1; at++) {
            for (int key : new int[] {pair(text, at), triple(text, at)}) {
                if (key >= 0 && last[key] != document) {
                    last[key] = document;
                    sizes[key]++;
                }
            }
        }
    }

    private void fill(String text, int document, int[] last, int[] sizes) {
        for (int at = 0; at < text.length() - 1; at++) {
            for (int key : new int[] {pair(text, at), triple(text, at)}) {
                if (key >= 0 && last[key] != document) {
                    last[key] = document;
                    postings[key][sizes[key]++] = document;
                }
            }
        }
    }

    /// Documents that may contain the fragment, or null when it is too short to tell.
    int @Nullable [] candidates(String fragment) {
        int[] best = null;
        if (fragment.length() == 2 && pair(fragment, 0) >= 0) {
            return postings[pair(fragment, 0)];
        }
        for (int at = 0; at + 2 < fragment.length(); at++) {
            int[] list = postings[triple(fragment, at)];
            if (best == null || list.length < best.length) {
                best = list;
            }
        }
        return best;
    }

    private static int pair(String text, int at) {
        char first = text.charAt(at);
        return first == '|' || first == ' ' ? (code(first) * CODES + code(text.charAt(at + 1))) * CODES : -1;
    }

    private static int triple(String text, int at) {
        return at + 2 >= text.length()
                ? -1
                : (code(text.charAt(at)) * CODES + code(text.charAt(at + 1))) * CODES + code(text.charAt(at + 2));
    }

    /// Never 0, which stands for "no third character".
    private static int code(char character) {
        if (character >= 'A' && character <= 'Z') {
            return character - 'A' + 3;
        }
        if (character >= '0' && character <= '9') {
            return character - '0' + 29;
        }
        return character == '|' ? 1 : character == ' ' ? 2 : OTHER;
    }
}
