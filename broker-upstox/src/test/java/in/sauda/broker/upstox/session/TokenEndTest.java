package in.sauda.broker.upstox.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Protocol 1.2: whatever the issue time, a token ends at the next 03:30 in India.
class TokenEndTest {
    @ParameterizedTest
    @CsvSource({
        "2026-11-20T02:30:00+05:30, 2026-11-20T03:30:00+05:30",
        "2026-11-20T03:29:59+05:30, 2026-11-20T03:30:00+05:30",
        "2026-11-20T03:30:00+05:30, 2026-11-21T03:30:00+05:30",
        "2026-11-20T09:10:00+05:30, 2026-11-21T03:30:00+05:30",
        "2026-12-31T23:59:59+05:30, 2027-01-01T03:30:00+05:30"
    })
    void isTheNextHalfPastThree(String issued, String ends) {
        assertThat(Instant.ofEpochMilli(TokenEnd.after(millis(issued)))).isEqualTo(Instant.ofEpochMilli(millis(ends)));
    }

    @Test
    void aTokenOfAYearSaysSoItselfAndOnlyReads() {
        long now = millis("2026-11-20T09:10:00+05:30");
        long end = millis("2027-11-19T03:30:00+05:30");
        String claims = "{\"exp\":" + end / 1000 + "}";
        String token = "e30."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8))
                + ".c2ln";
        assertThat(TokenEnd.of(token, now)).isEqualTo(end);
        assertThat(TokenEnd.readOnly(token, now)).isTrue();
        assertThat(TokenEnd.readOnly("opaque", now)).isFalse();
        assertThat(TokenEnd.of("opaque", now)).isEqualTo(millis("2026-11-21T03:30:00+05:30"));
    }

    private static long millis(String stamp) {
        return OffsetDateTime.parse(stamp).toInstant().toEpochMilli();
    }
}
