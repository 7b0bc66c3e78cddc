package in.sauda.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OffsetStampTest {
    @Property
    void readsWhatTheJdkReads(
            @ForAll @LongRange(min = 0, max = 4_000_000_000L) long second,
            @ForAll @IntRange(min = -22, max = 24) int halfHours) {
        ZoneOffset offset = ZoneOffset.ofTotalSeconds(halfHours * 1800);
        String stamp =
                OffsetDateTime.ofInstant(Instant.ofEpochSecond(second), offset).toString();
        assertThat(OffsetStamp.epochMillis(stamp))
                .isEqualTo(OffsetDateTime.parse(stamp).toInstant().toEpochMilli());
    }

    @Property
    void readsIndiasTimes(@ForAll @LongRange(min = 0, max = 4_000_000_000L) long second) {
        String stamp =
                String.format("%tFT%<tT+05:30", Instant.ofEpochSecond(second).atOffset(IndiaTime.OFFSET));
        assertThat(OffsetStamp.epochMillis(stamp)).isEqualTo(second * 1000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "2026-11-20",
                "2026-11-20T09:15:00",
                "2026-13-20T09:15:00+05:30",
                "2026-02-30T09:15:00+05:30",
                "2026-11-20T24:15:00+05:30",
                "2026-11-20T09:60:00+05:30",
                "2026-11-20T09:15:61+05:30",
                "2026-11-20 09:15:00+05:30",
                "2026-11-20T09:15:0x+05:30"
            })
    void refusesWhatIsNoTime(String text) {
        assertThatThrownBy(() -> OffsetStamp.epochMillis(text)).isInstanceOf(DateTimeException.class);
    }
}
