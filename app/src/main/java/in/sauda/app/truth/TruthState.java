package in.sauda.app.truth;

import in.sauda.app.fx.Tone;
import in.sauda.core.truth.DayMinutes;
import in.sauda.core.truth.DayParity;
import org.jspecify.annotations.Nullable;

/// What is to be said of one instrument's day, the worst first.
enum TruthState {
    DIFFERS("▲ Differs", "Minutes we took for right were not the broker's", Tone.DANGER),
    UNREAD("✕ Not read", "The broker's minutes could not be read", Tone.DANGER),
    GAPS("◌ Gaps", "Minutes are missing or incomplete and were not compared yet", Tone.WARNING),
    MENDED(
            "◆ Mended",
            "Minutes known to be missing or incomplete came from the broker; the others agree",
            Tone.NEUTRAL),
    OPEN("– Open", "Complete, and not compared with the broker's yet", Tone.MUTED),
    AGREES("● Agrees", "Every minute is the broker's", Tone.GOOD);

    private final String words;
    private final String meaning;
    private final Tone tone;

    TruthState(String words, String meaning, Tone tone) {
        this.words = words;
        this.meaning = meaning;
        this.tone = tone;
    }

    String words() {
        return words;
    }

    String meaning() {
        return meaning;
    }

    Tone tone() {
        return tone;
    }

    static TruthState of(DayMinutes minutes, @Nullable DayParity parity) {
        if (parity == null || (!parity.whole() && parity.failure().isEmpty())) {
            boolean bad = parity != null && parity.state() == DayParity.State.DIFFERS;
            boolean holes = minutes.missing() > 0 || minutes.partial() > 0;
            return bad ? DIFFERS : holes ? GAPS : OPEN;
        }
        return switch (parity.state()) {
            case DIFFERS -> DIFFERS;
            case UNREAD -> UNREAD;
            case MENDED -> MENDED;
            case AGREES -> AGREES;
        };
    }
}
