package in.sauda.core.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import in.sauda.core.candles.Candle;
import in.sauda.core.engine.TestInstruments;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.signals.Signal;
import in.sauda.core.time.IndiaTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Rules 2.4 to 2.6.
class ReviewTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    private static long at(String time) {
        return IndiaTime.epochMillis(DAY, LocalTime.parse(time));
    }

    private static Signal signal(Instrument instrument, String time, double confidence) {
        return new Signal(
                1,
                "momentum",
                "MOMENTUM_LONG",
                0,
                instrument,
                at(time),
                at(time) + 60_000L,
                confidence,
                1.0,
                100_000,
                1_000,
                999.0,
                100_100,
                0.1,
                2.5,
                "Above 1,001.00",
                "Below 999.00",
                99_900,
                "close 1000.00 above VWAP 999.00; 0.10 % from the day's high 1,001.00; volume 2.50 times");
    }

    private static Candle candle(String time, long close, long volume) {
        return new Candle(at(time), close, close, close, close, volume, 0);
    }

    @ParameterizedTest(name = "{0} after 15 minutes with volume {1} after 5 is {2} in {3}")
    @CsvSource({
        "100301, 1501, CLEAN,  A",
        "100301, 1500, CLEAN,  B",
        "100300, 1501, CHOPPY, C",
        "99900,  1501, CHOPPY, C",
        "99899,  9000, FALSE,  D",
    })
    void ratesWhatBecameOfASignal(long close15, long volume5, Outcome outcome, Bucket bucket) {
        Observation observation = Validation.observe(
                signal(TestInstruments.INFY, "10:00", 0.8),
                List.of(
                        candle("10:00", 100_000, 1_000),
                        candle("10:05", 100_050, volume5),
                        candle("10:15", close15, 1)),
                Observation.ReviewerNotes.NONE);
        assertThat(observation.outcome()).isEqualTo(outcome);
        assertThat(observation.bucket()).isEqualTo(bucket);
        assertThat(observation.volumeChangePercent()).isEqualTo((volume5 - 1_000) / 10.0, offset(1e-9));
    }

    @Test
    void takesTheFirstCandleWithinThreeMinutesAndNeverAnotherDays() {
        Signal signal = signal(TestInstruments.INFY, "10:00", 0.8);
        Observation late = Validation.observe(
                signal,
                List.of(candle("10:08", 100_000, 1), candle("10:19", 100_500, 1)),
                Observation.ReviewerNotes.NONE);
        assertThat(late.after5()).isNotNull();
        assertThat(late.outcome()).isEqualTo(Outcome.NO_DATA);
        assertThat(late.bucket()).isEqualTo(Bucket.U);
        Signal last = signal(TestInstruments.INFY, "23:58", 0.8);
        Candle tomorrow = new Candle(at("23:58") + 15 * 60_000L, 1, 1, 1, 1, 1, 0);
        assertThat(Validation.observe(last, List.of(tomorrow), Observation.ReviewerNotes.NONE)
                        .outcome())
                .isEqualTo(Outcome.NO_DATA);
    }

    @Test
    void countsBucketsWorstSymbolsAndConfidence() {
        List<Candle> falling = List.of(candle("10:15", 99_000, 1), candle("11:15", 99_000, 1));
        List<Candle> rising = List.of(candle("10:15", 101_000, 1));
        List<Observation> observations = List.of(
                Validation.observe(signal(TestInstruments.INFY, "10:00", 0.6), falling, Observation.ReviewerNotes.NONE),
                Validation.observe(signal(TestInstruments.INFY, "11:00", 0.8), falling, Observation.ReviewerNotes.NONE),
                Validation.observe(
                        signal(TestInstruments.RELIANCE, "10:00", 0.9), rising, Observation.ReviewerNotes.NONE));
        EodReview review = new EodReview(DAY, observations);
        assertThat(review.buckets())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(Bucket.A, 0L, Bucket.B, 1L, Bucket.C, 0L, Bucket.D, 2L, Bucket.U, 0L));
        assertThat(review.worstSymbols()).containsExactly(new EodReview.Failing("INFY-EQ", 2));
        assertThat(review.meanConfidence(Outcome.FALSE)).isEqualTo(0.7, offset(1e-12));
        assertThat(review.meanConfidence(Outcome.NO_DATA)).isNaN();
    }

    @Test
    void keepsWhatTheReviewerWrote(@TempDir Path folder) throws IOException {
        List<Signal> signals = new ArrayList<>(List.of(signal(TestInstruments.INFY, "10:00", 0.8)));
        List<Candle> candles = List.of(candle("10:05", 100_000, 2_000), candle("10:15", 100_400, 1));
        ReviewFiles files = new ReviewFiles(folder);
        files.write(DAY, signals, _ -> candles);
        Path log = folder.resolve("signals_for_review_2026-11-20.csv");
        Path report = folder.resolve("eod_report_2026-11-20.md");
        assertThat(log).content().isEqualTo("""
                timestamp,symbol,signal_type,confidence,reason,price_t0,price_t5,price_t15,volume_t0,volume_t5_change,\
                volume_continuation,market_index_trend,vix,outcome,classification,reviewer_notes,screenshot_path
                2026-11-20T10:00:00+05:30,INFY-EQ,MOMENTUM_LONG,0.800000,"close 1000.00 above VWAP 999.00; 0.10 % from \
                the day's high 1,001.00; volume 2.50 times",1000.00,1000.00,1004.00,1000,100.00,Surge,,,Clean,,,
                """);
        Files.writeString(
                log, Files.readString(log).replace("Clean,,,", "Clean,A+,\"waited, then \"\"missed\"\" it\",shot.png"));
        Files.writeString(
                report,
                Files.readString(report)
                        .replace("1. \n", "1. Wait for the pullback\n")
                        .replace("- [ ] Learning before", "- [x] Learning before"));

        signals.add(signal(TestInstruments.RELIANCE, "10:30", 0.7));
        EodReview review = files.write(DAY, signals, _ -> candles);
        assertThat(review.observations()).hasSize(2);
        assertThat(log).content().contains("Clean,A+,\"waited, then \"\"missed\"\" it\",shot.png\n", "RELIANCE-EQ");
        assertThat(report)
                .content()
                .contains(
                        "2 signals",
                        "1. Wait for the pullback\n",
                        "- [x] Learning before profit and loss",
                        "- [ ] No change of the logic during the day",
                        "| A | 1 | clean with a surge of volume |",
                        "| U | 1 | not rated: no data |");
        assertThat(folder.resolve("eod_report_2026-11-20.html"))
                .content()
                .contains("<td>INFY-EQ</td>", "☑ Learning before profit and loss");
    }
}
