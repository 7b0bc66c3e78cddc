package in.sauda.broker.upstox.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import in.sauda.core.time.IndiaTime;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Base64;

/// When a token ends: at the next 03:30 in India, whenever it was made (protocol 1.2); the kinds that last a
/// year say
/// so inside.
final class TokenEnd {
    private static final LocalTime END = LocalTime.of(3, 30);
    private static final long LONG_LIVED_MILLIS = Duration.ofDays(2).toMillis();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private TokenEnd() {}

    /// The first 03:30 after a moment, epoch milliseconds.
    static long after(long millis) {
        long today = IndiaTime.epochMillis(IndiaTime.date(millis), END);
        return millis < today
                ? today
                : IndiaTime.epochMillis(IndiaTime.date(millis).plusDays(1), END);
    }

    /// The end a token states, where that lies days away; else the next 03:30.
    static long of(String token, long nowMillis) {
        long stated = stated(token);
        return stated - nowMillis > LONG_LIVED_MILLIS ? stated : after(nowMillis);
    }

    /// True for the kinds that last a year: they only read.
    static boolean readOnly(String token, long nowMillis) {
        return stated(token) - nowMillis > LONG_LIVED_MILLIS;
    }

    /// The {@code exp} of a JSON web token in milliseconds, 0 where there is none.
    private static long stated(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return 0;
        }
        try {
            JsonNode claims = JSON.readTree(
                    new String(Base64.getUrlDecoder().decode(parts[1]), java.nio.charset.StandardCharsets.UTF_8));
            return claims.path("exp").asLong(0) * 1_000;
        } catch (JsonProcessingException | IllegalArgumentException anotherForm) {
            // A token whose inside we cannot read is as good as any: its layout is not documented.
            return 0;
        }
    }
}
