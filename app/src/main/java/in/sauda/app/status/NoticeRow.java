package in.sauda.app.status;

import in.sauda.app.fx.CellValue;
import in.sauda.app.fx.Tone;
import in.sauda.core.view.UiEvent.Level;
import in.sauda.core.view.UiEvent.Notice;

/// One line of the log.
public final class NoticeRow {
    private final Notice notice;
    final CellValue time = new CellValue();
    final CellValue level = new CellValue();
    final CellValue code = new CellValue();
    final CellValue sentence = new CellValue();
    final CellValue nextStep = new CellValue();

    NoticeRow(String when, Notice notice) {
        this.notice = notice;
        Tone tone = tone(notice.level());
        time.show(when, Tone.MUTED);
        level.show(words(notice.level()), tone);
        code.show(notice.code(), Tone.MUTED);
        sentence.show(notice.sentence());
        nextStep.show(notice.nextStep(), Tone.MUTED);
    }

    public Notice notice() {
        return notice;
    }

    static Tone tone(Level level) {
        return switch (level) {
            case INFO -> Tone.MUTED;
            case WARNING -> Tone.WARNING;
            case ERROR -> Tone.DANGER;
        };
    }

    private static String words(Level level) {
        return switch (level) {
            case INFO -> "Info";
            case WARNING -> "Warning";
            case ERROR -> "Error";
        };
    }
}
