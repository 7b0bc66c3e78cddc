package in.sauda.core.instruments.search;

/// Upper-case forms of symbols, names and queries, so that {@code M&M}, {@code m&m} and {@code M M} meet.
final class SearchText {
    private SearchText() {}

    /// Letters and digits only: {@code BAJAJ-AUTO} becomes {@code BAJAJAUTO}.
    static String compact(String text) {
        StringBuilder result = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (Character.isLetterOrDigit(character)) {
                result.append(Character.toUpperCase(character));
            }
        }
        return result.toString();
    }

    /// Words with single blanks between them.
    static String words(String text) {
        StringBuilder result = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (Character.isLetterOrDigit(character)) {
                result.append(Character.toUpperCase(character));
            } else if (!result.isEmpty() && result.charAt(result.length() - 1) != ' ') {
                result.append(' ');
            }
        }
        return result.toString().stripTrailing();
    }
}
