package in.sauda.core.instruments.search;

import in.sauda.core.instruments.Instrument;
import java.util.List;
import java.util.function.IntConsumer;

/// Exact look-up by symbol, whatever its case and punctuation.
final class SymbolTable {
    private final List<Instrument> instruments;
    private final IntTable table;

    SymbolTable(List<Instrument> instruments) {
        this.instruments = instruments;
        table = new IntTable(instruments.size());
        for (int i = 0; i < instruments.size(); i++) {
            table.put(hash(instruments.get(i).symbol()), i);
        }
    }

    /// All instruments whose symbol has these letters and digits.
    ///
    /// @param compact see {@link SearchText#compact}
    void withSymbol(String compact, IntConsumer found) {
        int slot = table.slot(hash(compact));
        while (table.at(slot) != IntTable.EMPTY) {
            if (sameSymbol(instruments.get(table.at(slot)).symbol(), compact)) {
                found.accept(table.at(slot));
            }
            slot = table.next(slot);
        }
    }

    private static boolean sameSymbol(String symbol, String compact) {
        int matched = 0;
        for (int i = 0; i < symbol.length(); i++) {
            char character = symbol.charAt(i);
            if (Character.isLetterOrDigit(character)) {
                if (matched == compact.length() || compact.charAt(matched) != Character.toUpperCase(character)) {
                    return false;
                }
                matched++;
            }
        }
        return matched == compact.length();
    }

    private static int hash(String symbol) {
        int hash = 0;
        for (int i = 0; i < symbol.length(); i++) {
            char character = symbol.charAt(i);
            if (Character.isLetterOrDigit(character)) {
                hash = 31 * hash + Character.toUpperCase(character);
            }
        }
        return hash;
    }
}
