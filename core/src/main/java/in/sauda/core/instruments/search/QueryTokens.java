package in.sauda.core.instruments.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cuts a query into upper-case words and numbers, also where they were typed without a blank.
final class QueryTokens {
    private static final int LONGEST = 200;
    private static final String MONTH = "JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC";

    private static final Pattern THOUSANDS = Pattern.compile("(?<=\\d),(?=\\d)");
    private static final Pattern TOKEN =
            Pattern.compile("\\d+(?:\\.\\d+)?(?![\\p{L}\\d])|[\\p{L}\\d]+(?:\\.\\d+\\p{L}*)?");
    /// {@code NIFTY30DEC2525000CE}, as far as it is typed.
    private static final Pattern SYMBOL =
            Pattern.compile("(\\p{L}[\\p{L}\\d]*?)(\\d{2})(" + MONTH + ")(\\d{2})(\\d+(?:\\.\\d+)?)?(CE?|PE?|FU?T?)?");
    private static final Pattern DATE = Pattern.compile("(\\d{1,2})(" + MONTH + ")(\\d{2}|\\d{4})?");
    private static final Pattern MONTH_YEAR = Pattern.compile("(" + MONTH + ")(\\d{2}|\\d{4})");
    private static final Pattern STRIKE_TYPE = Pattern.compile("(\\p{L}+)?(\\d+(?:\\.\\d+)?)(CE?|PE?)");

    private QueryTokens() {}

    static List<String> of(String text) {
        String upper =
                THOUSANDS.matcher(shortened(text).toUpperCase(Locale.ROOT)).replaceAll("");
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(upper);
        while (matcher.find()) {
            split(matcher.group(), tokens);
        }
        return tokens;
    }

    /// The words as typed, for comparing with names.
    static List<String> words(String text) {
        String words = SearchText.words(shortened(text));
        return words.isEmpty() ? List.of() : Arrays.asList(words.split(" "));
    }

    private static String shortened(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    private static void split(String token, List<String> tokens) {
        for (Pattern pattern : List.of(SYMBOL, DATE, MONTH_YEAR, STRIKE_TYPE)) {
            Matcher matcher = pattern.matcher(token);
            if (matcher.matches()) {
                for (int group = 1; group <= matcher.groupCount(); group++) {
                    String part = matcher.group(group);
                    if (part != null && !part.isEmpty()) {
                        tokens.add(part);
                    }
                }
                return;
            }
        }
        tokens.add(token);
    }
}
