package in.sauda.app.subscriptions;

import in.sauda.app.fx.CellValue;
import in.sauda.app.fx.Tone;
import in.sauda.core.domain.IndianNumbers;
import in.sauda.core.feed.FeedMode;
import in.sauda.core.feed.Interest;
import in.sauda.core.feed.SubscriptionRow;
import in.sauda.core.feed.SubscriptionState;
import in.sauda.core.instruments.InstrumentWords;
import java.util.Locale;
import java.util.stream.Collectors;

/// One tracked symbol and what its cells show.
public final class SubscriptionLine {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long MINUTE_SECONDS = 60;

    final CellValue symbol = new CellValue();
    final CellValue segment = new CellValue();
    final CellValue token = new CellValue();
    final CellValue kind = new CellValue();
    final CellValue reason = new CellValue();
    final CellValue mode = new CellValue();
    final CellValue connection = new CellValue();
    final CellValue state = new CellValue();
    final CellValue price = new CellValue();
    final CellValue age = new CellValue();
    final CellValue ticks = new CellValue();
    final CellValue gaps = new CellValue();
    private SubscriptionRow row;

    SubscriptionLine(SubscriptionRow row) {
        this.row = row;
    }

    public SubscriptionRow row() {
        return row;
    }

    /// @param lastPrice fixed-point, 0 while it is not known
    void show(SubscriptionRow next, long atNanos, long lastPrice) {
        row = next;
        symbol.show(InstrumentWords.brief(next.instrument()));
        segment.show(next.instrument().segment().name(), Tone.MUTED);
        token.show(next.instrument().token(), Tone.MUTED);
        kind.show(capitalised(next.instrument().category().name()), Tone.MUTED);
        reason.show(owners(next), Tone.MUTED);
        mode.show(words(next.mode()));
        connection.show(
                next.connection() == 0 ? IndianNumbers.UNKNOWN : Integer.toString(next.connection()), Tone.MUTED);
        state.show(words(next.state()), tone(next.state()));
        price.show(
                lastPrice > 0 ? IndianNumbers.price(lastPrice, next.instrument().segment()) : IndianNumbers.UNKNOWN);
        age.show(age(next.ageNanos(atNanos)), next.state() == SubscriptionState.STALE ? Tone.WARNING : Tone.NEUTRAL);
        ticks.show(IndianNumbers.units(next.ticks()), Tone.MUTED);
        gaps.show(next.gaps() == 0 ? IndianNumbers.UNKNOWN : IndianNumbers.units(next.gaps()), Tone.MUTED);
    }

    static String age(long nanos) {
        if (nanos < 0) {
            return IndianNumbers.UNKNOWN;
        }
        long seconds = nanos / NANOS_PER_SECOND;
        if (seconds < MINUTE_SECONDS) {
            return String.format(Locale.ROOT, "%.1f s", nanos / (double) NANOS_PER_SECOND);
        }
        return seconds < 120 * MINUTE_SECONDS
                ? seconds / MINUTE_SECONDS + " min"
                : seconds / (60 * MINUTE_SECONDS) + " h";
    }

    static String words(SubscriptionState state) {
        return switch (state) {
            case TICKING -> "● Ticking";
            case STALE -> "◐ Stale";
            case SILENT -> "○ No tick yet";
            case IDLE -> "– Market closed";
            case WAITING -> "◌ No room";
            case REFUSED -> "✕ Refused";
        };
    }

    static Tone tone(SubscriptionState state) {
        return switch (state) {
            case TICKING -> Tone.GOOD;
            case STALE, WAITING -> Tone.WARNING;
            case SILENT, IDLE -> Tone.MUTED;
            case REFUSED -> Tone.DANGER;
        };
    }

    /// What the state means and why, for the tooltip.
    static String meaning(SubscriptionState state) {
        return switch (state) {
            case TICKING -> "An update came within the last two minutes.";
            case STALE -> "Its market trades and it ticked before, but not for two minutes.";
            case SILENT -> "Asked for, but no update came so far: illiquid, suspended, or not served.";
            case IDLE -> "It ticked before; its market does not trade now.";
            case WAITING -> "The broker's limit is reached; it is asked for as soon as there is room.";
            case REFUSED -> "The broker's feed does not carry this instrument.";
        };
    }

    /// Who wants it, the most important first.
    private static String owners(SubscriptionRow row) {
        String first = words(row.interest());
        String rest = row.owners().stream()
                .map(SubscriptionLine::owner)
                .filter(name -> !name.equals(first))
                .distinct()
                .collect(Collectors.joining(", "));
        return row.owners().isEmpty() ? first : rest.isEmpty() ? first : covers(row) ? first + ", " + rest : rest;
    }

    private static boolean covers(SubscriptionRow row) {
        return row.owners().stream().map(SubscriptionLine::owner).anyMatch(words(row.interest())::equals);
    }

    /// An owner's name as people know it.
    private static String owner(String name) {
        return switch (name) {
            case "positions" -> "Position";
            case "orders" -> "Order";
            case "strategies" -> "Strategy";
            case "link" -> "Chart, depth";
            case "index-strip" -> "Index strip";
            case "holdings" -> "Holding";
            case "watchlist" -> "Watchlist";
            case "subscribed" -> "Subscribed here";
            default -> name.startsWith("kind:") ? "Whole kind" : name;
        };
    }

    private static String words(Interest interest) {
        return switch (interest) {
            case POSITION -> "Position";
            case ORDER -> "Order";
            case STRATEGY -> "Strategy";
            case VIEW -> "Chart, depth";
            case WATCHLIST -> "Watchlist";
            case OTHER -> "Other";
        };
    }

    private static String words(FeedMode mode) {
        return switch (mode) {
            case LTP -> "LTP";
            case QUOTE -> "Quote";
            case FULL -> "Full";
            case DEEP -> "Deep book";
            case OPTION -> "Option";
        };
    }

    static String capitalised(String name) {
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }
}
