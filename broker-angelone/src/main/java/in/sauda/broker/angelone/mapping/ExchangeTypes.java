package in.sauda.broker.angelone.mapping;

import in.sauda.core.domain.Segment;
import java.util.Optional;
import java.util.OptionalInt;

/// The feed's numbers for exchange segments; REST uses the segment's own name.
///
/// Source: SmartAPI WebSocket V2, table "exchangeType"; 6 and 8 to 12 do not exist.
public final class ExchangeTypes {
    /// One bit for each of 1, 2, 3, 4, 5, 7 and 13.
    private static final long KNOWN = 0b10_0000_1011_1110L;

    private ExchangeTypes() {}

    /// True for a number the feed uses; free of allocation.
    public static boolean known(int exchangeType) {
        return exchangeType > 0 && exchangeType < Long.SIZE && ((KNOWN >>> exchangeType) & 1) != 0;
    }

    /// Returns the feed's number, or empty for a segment the feed does not carry.
    public static OptionalInt of(Segment segment) {
        return switch (segment) {
            case NSE -> OptionalInt.of(1);
            case NFO -> OptionalInt.of(2);
            case BSE -> OptionalInt.of(3);
            case BFO -> OptionalInt.of(4);
            case MCX -> OptionalInt.of(5);
            case NCDEX -> OptionalInt.of(7);
            case CDS -> OptionalInt.of(13);
            case BCD, NCO -> OptionalInt.empty();
        };
    }

    public static Optional<Segment> segment(int exchangeType) {
        for (Segment segment : Segment.values()) {
            OptionalInt type = of(segment);
            if (type.isPresent() && type.getAsInt() == exchangeType) {
                return Optional.of(segment);
            }
        }
        return Optional.empty();
    }
}
