package in.sauda.app.lists;

import in.sauda.app.fx.CellValue;
import in.sauda.app.fx.Tone;
import in.sauda.app.settings.Settings.UserList;
import in.sauda.core.domain.IndianNumbers;

/// One list and what its cells show.
public final class ListLine {
    final CellValue name = new CellValue();
    final CellValue kind = new CellValue();
    final CellValue size = new CellValue();
    final CellValue use = new CellValue();
    private UserList list;

    ListLine(UserList list) {
        this.list = list;
    }

    UserList list() {
        return list;
    }

    /// @param members how many, -1 when they are not known yet
    void show(UserList now, int members, boolean universe, int watchlist) {
        list = now;
        name.show(now.name());
        kind.show(ListKind.named(now.kind()).map(ListKind::title).orElse(now.kind()), Tone.MUTED);
        size.show(members < 0 ? IndianNumbers.UNKNOWN : IndianNumbers.units(members));
        String words = (universe ? "Strategies" : "")
                + (universe && watchlist >= 0 ? ", " : "")
                + (watchlist >= 0 ? "Watchlist " + (watchlist + 1) : "");
        use.show(words, Tone.GOOD);
    }
}
