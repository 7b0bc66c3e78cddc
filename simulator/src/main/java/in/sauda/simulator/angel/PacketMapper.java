package in.sauda.simulator.angel;

import in.sauda.core.domain.Segment;
import in.sauda.simulator.market.BookLevel;
import in.sauda.simulator.market.DepthSource;
import in.sauda.simulator.market.Slots;
import in.sauda.simulator.market.Tape;
import in.sauda.simulator.master.Contract;
import java.time.LocalDate;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Turns the state of a tape into a stream packet.
final class PacketMapper {
    private final LocalDate date;
    private final DepthSource depth;
    private final LongSupplier skewMillis;

    /// @param skewMillis how far the server's clock is off
    PacketMapper(LocalDate date, DepthSource depth, LongSupplier skewMillis) {
        this.date = date;
        this.depth = depth;
        this.skewMillis = skewMillis;
    }

    Packet packet(Tape tape, int mode, long sequence) {
        List<BookLevel> none = List.of();
        boolean snapshot = mode == PacketEncoder.SNAP_QUOTE;
        return packet(tape, mode, sequence, snapshot ? depth.bids(tape) : none, snapshot ? depth.asks(tape) : none);
    }

    Packet depth20(Tape tape) {
        return packet(tape, PacketEncoder.DEPTH20, 0, tape.bids(20), tape.asks(20));
    }

    private Packet packet(Tape tape, int mode, long sequence, List<BookLevel> buys, List<BookLevel> sells) {
        Contract contract = tape.contract();
        return new Packet(
                mode,
                exchangeType(contract.segment()),
                contract.token(),
                sequence,
                Slots.epochSecond(date, tape.slot()) * 1000 + skewMillis.getAsLong(),
                tape.last(),
                tape.lastQuantity(),
                tape.averagePrice(),
                tape.volume(),
                tape.totalBuyQuantity(),
                tape.totalSellQuantity(),
                tape.open(),
                tape.high(),
                tape.low(),
                tape.previousClose(),
                tape.lastTradeSlot() < 0
                        ? 0
                        : Slots.epochSecond(date, tape.lastTradeSlot()) + skewMillis.getAsLong() / 1000,
                tape.openInterest(),
                openInterestChange(tape),
                buys,
                sells,
                tape.upperCircuit(),
                tape.lowerCircuit(),
                tape.yearHigh(),
                tape.yearLow());
    }

    private static double openInterestChange(Tape tape) {
        long before = tape.previousOpenInterest();
        return before == 0 ? 0 : Math.round((tape.openInterest() - before) * 10_000.0 / before) / 100.0;
    }

    static int exchangeType(Segment segment) {
        return switch (segment) {
            case NSE -> 1;
            case NFO -> 2;
            case BSE -> 3;
            case BFO -> 4;
            case MCX -> 5;
            case NCDEX, NCO -> 7;
            case CDS -> 13;
            case BCD -> throw new IllegalArgumentException("the feed has no number for " + segment);
        };
    }

    static @Nullable Segment segment(int exchangeType) {
        return switch (exchangeType) {
            case 1 -> Segment.NSE;
            case 2 -> Segment.NFO;
            case 3 -> Segment.BSE;
            case 4 -> Segment.BFO;
            case 5 -> Segment.MCX;
            case 7 -> Segment.NCDEX;
            case 13 -> Segment.CDS;
            default -> null;
        };
    }
}
