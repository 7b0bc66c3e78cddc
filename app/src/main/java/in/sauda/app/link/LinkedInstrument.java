package in.sauda.app.link;

import in.sauda.core.feed.FeedMode;
import in.sauda.core.feed.Interest;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.view.Command;
import in.sauda.core.view.Terminal;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The instrument that chart, depth and ticket show together. Asks the feed for its full depth while it is linked.
public final class LinkedInstrument {
    private static final String OWNER = "link";

    private final Terminal terminal;
    private final ReadOnlyObjectWrapper<@Nullable Instrument> instrument = new ReadOnlyObjectWrapper<>();
    private int index = -1;

    public LinkedInstrument(Terminal terminal) {
        this.terminal = terminal;
    }

    public ReadOnlyObjectProperty<@Nullable Instrument> property() {
        return instrument.getReadOnlyProperty();
    }

    public @Nullable Instrument get() {
        return instrument.get();
    }

    /// Registry index of the linked instrument, -1 when there is none.
    public int index() {
        return index;
    }

    /// Links another instrument; the former one's wish for depth is given up after the new one is made.
    public void link(Instrument next) {
        Instrument former = instrument.get();
        if (former != null && former.key().equals(next.key())) {
            return;
        }
        terminal.send(new Command.Watch(OWNER, List.of(next), FeedMode.FULL, Interest.VIEW));
        if (former != null) {
            terminal.send(new Command.Unwatch(OWNER, List.of(former)));
        }
        index = terminal.index(next);
        instrument.set(next);
    }
}
