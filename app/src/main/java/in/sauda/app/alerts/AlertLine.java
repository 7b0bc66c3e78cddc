package in.sauda.app.alerts;

import in.sauda.app.fx.CellValue;
import in.sauda.app.fx.Tone;
import in.sauda.core.alerts.AlertRepeat;
import in.sauda.core.alerts.AlertRow;
import in.sauda.core.alerts.AlertRule;
import in.sauda.core.alerts.AlertWords;
import in.sauda.core.domain.IndianNumbers;
import in.sauda.core.time.IndiaTime;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// One alert and what its cells show.
public final class AlertLine {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter DAY_TIME = DateTimeFormatter.ofPattern("dd-MMM HH:mm", Locale.ENGLISH);

    final CellValue subject = new CellValue();
    final CellValue condition = new CellValue();
    final CellValue reading = new CellValue();
    final CellValue state = new CellValue();
    final CellValue repeat = new CellValue();
    final CellValue fired = new CellValue();
    final CellValue last = new CellValue();
    final CellValue note = new CellValue();
    private AlertRow row;

    AlertLine(AlertRow row, LocalDate today) {
        this.row = row;
        show(row, today);
    }

    AlertRow row() {
        return row;
    }

    void show(AlertRow now, LocalDate today) {
        row = now;
        AlertRule rule = now.rule();
        subject.show(rule.subject(), rule.instrument() == null ? Tone.MUTED : Tone.NEUTRAL);
        condition.show(AlertWords.condition(rule.condition(), rule.instrument()));
        reading.show(AlertWords.value(rule.condition().measure(), now.reading(), rule.instrument()));
        state.show(words(now.state()), tone(now.state()));
        repeat.show(
                rule.repeat() == AlertRepeat.COOL_DOWN
                        ? "Every " + AlertWords.plain(rule.coolDownSeconds() / 60.0) + " min"
                        : rule.repeat().title(),
                Tone.MUTED);
        fired.show(now.fired() == 0 ? "" : Integer.toString(now.fired()));
        last.show(
                now.lastFiredMillis() == 0 ? IndianNumbers.UNKNOWN : moment(now.lastFiredMillis(), today), Tone.MUTED);
        note.show(rule.note());
    }

    /// The time alone where it is today.
    static String moment(long millis, LocalDate today) {
        LocalDate day = IndiaTime.date(millis);
        return (day.equals(today) ? TIME : DAY_TIME).format(day.atTime(IndiaTime.time(millis)));
    }

    static String words(AlertRow.State state) {
        return switch (state) {
            case ARMED -> "Watching";
            case WAITING -> "No value yet";
            case COOLING -> "Cooling down";
            case PAUSED -> "Paused";
            case DONE -> "Fired";
        };
    }

    private static Tone tone(AlertRow.State state) {
        return switch (state) {
            case ARMED -> Tone.GOOD;
            case WAITING, PAUSED -> Tone.MUTED;
            case COOLING -> Tone.WARNING;
            case DONE -> Tone.NEUTRAL;
        };
    }
}
