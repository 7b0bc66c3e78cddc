package in.sauda.core.instruments.search;

import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.instruments.Instrument;
import java.util.List;

/// Exact look-up by key.
final class KeyTable {
    private final List<Instrument> instruments;
    private final IntTable table;

    KeyTable(List<Instrument> instruments) {
        this.instruments = instruments;
        table = new IntTable(instruments.size());
        for (int i = 0; i < instruments.size(); i++) {
            table.put(hash(instruments.get(i).key()), i);
        }
    }

    /// The first instrument with that key, or -1.
    int find(InstrumentKey key) {
        int slot = table.slot(hash(key));
        while (table.at(slot) != IntTable.EMPTY) {
            if (instruments.get(table.at(slot)).key().equals(key)) {
                return table.at(slot);
            }
            slot = table.next(slot);
        }
        return IntTable.EMPTY;
    }

    private static int hash(InstrumentKey key) {
        return key.token().hashCode() * 31 + key.segment().name().hashCode();
    }
}
