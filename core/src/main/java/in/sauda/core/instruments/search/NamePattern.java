package in.sauda.core.instruments.search;

import java.util.List;

/// The name part of a query, ready to be compared with {@link DocumentText}s.
///
/// @param tokens upper-case words, all of which must occur
/// @param joined the words without blanks, so that {@code hdfc bank} finds {@code HDFCBANK}
record NamePattern(List<String> tokens, String joined, String exact, String prefix, List<String> wordStarts) {
    static NamePattern of(List<String> tokens) {
        String joined = String.join("", tokens);
        return new NamePattern(
                List.copyOf(tokens),
                joined,
                "|" + joined + "|",
                "|" + joined,
                tokens.stream().map(token -> " " + token).toList());
    }

    TextClass match(String documentText) {
        if (documentText.contains(prefix)) {
            return documentText.contains(exact) ? TextClass.EXACT : TextClass.PREFIX;
        }
        TextClass worst = TextClass.WORD;
        for (int i = 0; i < tokens.size(); i++) {
            if (!documentText.contains(wordStarts.get(i))) {
                if (!documentText.contains(tokens.get(i))) {
                    return TextClass.NONE;
                }
                worst = TextClass.SUBSTRING;
            }
        }
        return worst;
    }
}
