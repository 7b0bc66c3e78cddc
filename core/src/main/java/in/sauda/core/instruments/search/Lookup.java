package in.sauda.core.instruments.search;

import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.instruments.Instrument;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;

/// Exact look-up by key and by symbol: two open-addressing tables of ints, 2 MB each for 200,000 instruments, where
/// maps of objects would take twenty.
final class Lookup {
    private static final int EMPTY = -1;

    private final List<Instrument> instruments;
    private final int[] byKey;
    private final int[] bySymbol;

    Lookup(List<Instrument> instruments) {
        this.instruments = instruments;
        int capacity = Math.max(16, Integer.highestOneBit(instruments.size() * 2) * 2);
        byKey = new int[capacity];
        bySymbol = new int[capacity];
        Arrays.fill(byKey, EMPTY);
        Arrays.fill(bySymbol, EMPTY);
        for (int i = 0; i < instruments.size(); i++) {
            Instrument instrument = instruments.get(i);
            put(byKey, keyHash(instrument.key()), i);
            put(bySymbol, symbolHash(instrument.symbol()), i);
        }
    }

    private static void put(int[] table, int hash, int instrument) {
        int slot = hash & (table.length - 1);
        while (table[slot] != EMPTY) {
            slot = (slot + 1) & (table.length - 1);
        }
        table[slot] = instrument;
    }

    /// The first instrument with that key, or -1.
    int find(InstrumentKey key) {
        int slot = keyHash(key) & (byKey.length - 1);
        while (byKey[slot] != EMPTY) {
            if (instruments.get(byKey[slot]).key().equals(key)) {
                return byKey[slot];
            }
            slot = (slot + 1) & (byKey.length - 1);
        }
        return -1;
    }

    /// All instruments whose symbol has these letters and digits.
    ///
    /// @param compact see {@link SearchText#compact}
    void withSymbol(String compact, IntConsumer found) {
        int slot = symbolHash(compact) & (bySymbol.length - 1);
        while (bySymbol[slot] != EMPTY) {
            if (sameSymbol(instruments.get(bySymbol[slot]).symbol(), compact)) {
                found.accept(bySymbol[slot]);
            }
            slot = (slot + 1) & (bySymbol.length - 1);
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

    private static int keyHash(InstrumentKey key) {
        return spread(key.token().hashCode() * 31 + key.segment().name().hashCode());
    }

    private static int symbolHash(String symbol) {
        int hash = 0;
        for (int i = 0; i < symbol.length(); i++) {
            char character = symbol.charAt(i);
            if (Character.isLetterOrDigit(character)) {
                hash = 31 * hash + Character.toUpperCase(character);
            }
        }
        return spread(hash);
    }

    private static int spread(int hash) {
        int mixed = hash * 0x9E3779B9;
        return mixed ^ (mixed >>> 15);
    }
}
