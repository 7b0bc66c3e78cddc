package in.sauda.app.fx;

import in.sauda.app.fx.CellText.Flash;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/// Table cell that shows a {@link CellText}: text, tone and flash as pseudo-classes, nothing else.
public class TextCell<S> extends TableCell<S, CellText> {
    private static final PseudoClass FLASH_UP = PseudoClass.getPseudoClass("flash-up");
    private static final PseudoClass FLASH_DOWN = PseudoClass.getPseudoClass("flash-down");

    private final Flashes flashes;
    private Tone tone = Tone.NEUTRAL;
    private Flash flash = Flash.NONE;

    public TextCell(Flashes flashes) {
        this.flashes = flashes;
    }

    @Override
    protected void updateItem(@Nullable CellText item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setText(null);
            tone(Tone.NEUTRAL);
            flash(Flash.NONE);
            return;
        }
        setText(item.text());
        tone(item.tone());
        boolean flashing =
                item.flash() != Flash.NONE && flashes.nowNanos() - item.flashNanos() < Flashes.DURATION_NANOS;
        flash(flashing ? item.flash() : Flash.NONE);
        if (flashing) {
            flashes.started(this, item);
        }
    }

    /// Takes the mark off unless the cell began a newer flash or shows another row by now.
    void endFlash(CellText item) {
        CellText shown = getItem();
        if (shown == null || shown.flashNanos() == item.flashNanos()) {
            flash(Flash.NONE);
        }
    }

    private void tone(Tone wanted) {
        if (wanted != tone) {
            Tones.replace(this, tone, wanted);
            tone = wanted;
        }
    }

    private void flash(Flash wanted) {
        if (wanted != flash) {
            pseudoClassStateChanged(FLASH_UP, wanted == Flash.UP);
            pseudoClassStateChanged(FLASH_DOWN, wanted == Flash.DOWN);
            flash = wanted;
        }
    }
}
