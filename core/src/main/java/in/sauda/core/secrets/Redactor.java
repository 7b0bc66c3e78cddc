package in.sauda.core.secrets;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Takes secrets out of text: those it was told of, wherever they stand, and whatever looks like one by the name in
/// front of it or by its own shape. Safe from any thread.
///
/// A known secret of digits alone, such as a PIN, is taken out where it stands as a number of its own: inside a longer
/// number it says nothing. Codes that are good for half a minute push each other out; the others stay known as long as
/// the process lives.
public final class Redactor {
    public static final String MASK = "•••";

    private static final int SHORTEST = 4;
    private static final int PASSING_SECRETS = 32;
    private static final String NAMES =
            "authorization|x-private-?key|x-api-key|x-feed-token|(?:access|refresh|feed|jwt)[_-]?token"
                    + "|jwt|api[_-]?key|api[_-]?secret|client[_-]?secret|totp(?:[_-]?secret)?|otp|m?pin|password|passwd|passphrase"
                    + "|sauda_[a-z]+_(?:api_key|pin|token)";

    /// A name, a sign, and a value: JSON, headers, {@code toString} of records, query strings, assignments.
    private static final Pattern NAMED =
            Pattern.compile("(?i)(?<![a-z0-9])((?:\\\\?[\"'])?(?:" + NAMES + ")(?:\\\\?[\"'])?\\s*[:=]\\s*)"
                    + "(\\\\\"(?:(?!\\\\\").)*\\\\\"|\"(?:[^\"\\\\]|\\\\.)*\"|'[^']*'|(?:Bearer|Basic)\\s+[^\\s,;&\"'}\\])]+"
                    + "|\\[[^\\]]*\\]|[^\\s,;&\"'}\\])]+)");

    private static final Pattern BEARER = Pattern.compile("(?i)\\b(Bearer|Basic)\\s+[A-Za-z0-9._~+/=-]{6,}");
    private static final Pattern JWT =
            Pattern.compile("\\beyJ[A-Za-z0-9_-]{5,}\\.[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]*)?");
    private static final Pattern QUERY_TOKEN = Pattern.compile("(?i)([?&](?:token|code|auth)=)[^&\\s\"'#]+");
    private static final Pattern USER_INFO = Pattern.compile("(?i)\\b([a-z][a-z0-9+.-]*://)[^/\\s:@]+:[^/\\s@]+@");

    private final Set<String> lasting = new TreeSet<>(LONGEST_FIRST);
    private final Deque<String> passing = new ArrayDeque<>();
    private volatile @Nullable Pattern known;

    private static final Comparator<String> LONGEST_FIRST =
            Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder());

    /// Learns a secret for good. Shorter than four characters it is not one.
    public void know(String secret) {
        String value = secret.strip();
        if (value.length() < SHORTEST) {
            return;
        }
        synchronized (lasting) {
            boolean news = lasting.add(value);
            news |= lasting.add(URLEncoder.encode(value, StandardCharsets.UTF_8));
            if (news) {
                compile();
            }
        }
    }

    /// Learns a secret that is worthless within minutes, such as a one-time code.
    public void knowForAWhile(String secret) {
        String value = secret.strip();
        if (value.length() < SHORTEST) {
            return;
        }
        synchronized (lasting) {
            if (passing.contains(value)) {
                return;
            }
            passing.addLast(value);
            if (passing.size() > PASSING_SECRETS) {
                passing.removeFirst();
            }
            compile();
        }
    }

    private void compile() {
        Set<String> all = new TreeSet<>(LONGEST_FIRST);
        all.addAll(lasting);
        all.addAll(passing);
        List<String> alternatives = all.stream().map(Redactor::literal).toList();
        known = Pattern.compile(String.join("|", alternatives));
    }

    private static String literal(String secret) {
        boolean number = secret.chars().allMatch(Character::isDigit);
        return number ? "(?<![0-9])" + secret + "(?![0-9])" : Pattern.quote(secret);
    }

    /// The text without secrets; the same object when there was nothing to take out.
    public String clean(String text) {
        String cleaned = text;
        Pattern values = known;
        if (values != null) {
            cleaned = replace(values, cleaned, MASK);
        }
        cleaned = replace(JWT, cleaned, MASK);
        cleaned = named(cleaned);
        cleaned = replace(BEARER, cleaned, "$1 " + MASK);
        cleaned = replace(QUERY_TOKEN, cleaned, "$1" + MASK);
        return replace(USER_INFO, cleaned, "$1" + MASK + "@");
    }

    /// Keeps the quotes, so that what was JSON stays JSON.
    private static String named(String text) {
        Matcher matcher = NAMED.matcher(text);
        if (!matcher.find()) {
            return text;
        }
        StringBuilder cleaned = new StringBuilder();
        do {
            String quote = quote(matcher.group(2));
            matcher.appendReplacement(cleaned, Matcher.quoteReplacement(matcher.group(1) + quote + MASK + quote));
        } while (matcher.find());
        return matcher.appendTail(cleaned).toString();
    }

    private static String quote(String value) {
        if (value.startsWith("\\\"")) {
            return "\\\"";
        }
        return value.startsWith("\"") || value.startsWith("'") ? value.substring(0, 1) : "";
    }

    private static String replace(Pattern pattern, String text, String replacement) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.replaceAll(replacement) : text;
    }
}
