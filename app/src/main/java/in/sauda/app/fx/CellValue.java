package in.sauda.app.fx;

import in.sauda.app.fx.CellText.Flash;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Observable content of one table cell. A repeat of what is shown changes nothing, so it costs no repaint.
public final class CellValue {
    /// A cell rests as long as it was lit, so a fast market blinks instead of staying coloured; the text itself is
    /// never held back.
    private static final long FLASH_INTERVAL_NANOS = 2 * Flashes.DURATION_NANOS;

    private final ReadOnlyObjectWrapper<CellText> value = new ReadOnlyObjectWrapper<>(CellText.EMPTY);

    public CellValue() {}

    public CellValue(String text) {
        value.set(CellText.of(text));
    }

    public ReadOnlyObjectProperty<CellText> property() {
        return value.getReadOnlyProperty();
    }

    public CellText get() {
        return value.get();
    }

    public void show(String text) {
        show(text, Tone.NEUTRAL);
    }

    /// Shows a text; a running flash goes on.
    public void show(String text, Tone tone) {
        CellText now = value.get();
        if (!now.text().equals(text) || now.tone() != tone) {
            value.set(new CellText(text, tone, now.flash(), now.flashNanos()));
        }
    }

    /// Shows a text and flashes when it is another one, up for a positive move and down for a negative one.
    public void show(String text, Tone tone, long move, long nowNanos) {
        CellText now = value.get();
        boolean flashing = now.flash() != Flash.NONE && nowNanos - now.flashNanos() < FLASH_INTERVAL_NANOS;
        if (move == 0 || flashing || now.text().equals(text)) {
            show(text, tone);
        } else {
            value.set(new CellText(text, tone, move > 0 ? Flash.UP : Flash.DOWN, nowNanos));
        }
    }
}
