package in.sauda.core.orders;

import in.sauda.core.broker.BrokerId;
import in.sauda.core.domain.FixedPoint;
import in.sauda.core.domain.Product;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.view.PositionRow;
import java.math.BigInteger;

/// One position and its result, in whole fixed-point units: nothing is lost to rounding once it is flat.
///
/// Average-cost method. A partial close takes its share of the cost, rounded half up; the remainder stays with
/// the rest.
final class Position {
    final int row;
    final Instrument instrument;
    final int instrumentIndex;
    private final TradingMode mode;
    private final Product product;
    private final BrokerId broker;
    private long net;
    private long cost;
    private long realised;
    private long openedMillis;

    Position(int row, TradingMode mode, Product product, Instrument instrument, int instrumentIndex, BrokerId broker) {
        this.row = row;
        this.mode = mode;
        this.product = product;
        this.instrument = instrument;
        this.instrumentIndex = instrumentIndex;
        this.broker = broker;
    }

    /// Takes a fill.
    ///
    /// @param signedUnits positive for a buy
    /// @param value price times units, fixed-point
    void fill(long signedUnits, long value, long millis) {
        long units = Math.abs(signedUnits);
        long closing = net != 0 && Long.signum(net) != Long.signum(signedUnits) ? Math.min(units, Math.abs(net)) : 0;
        long closingValue = share(value, closing, units);
        if (closing > 0) {
            close(closing, closingValue);
        }
        long opening = units - closing;
        if (opening > 0) {
            openedMillis = net == 0 ? millis : openedMillis;
            net += Long.signum(signedUnits) * opening;
            cost += value - closingValue;
        }
    }

    private void close(long units, long value) {
        long share = share(cost, units, Math.abs(net));
        realised += net > 0 ? value - share : share - value;
        cost -= share;
        net -= Long.signum(net) * units;
    }

    /// amount * part / whole, rounded half up, without overflow.
    private static long share(long amount, long part, long whole) {
        if (part == whole) {
            return amount;
        }
        BigInteger twice = BigInteger.valueOf(amount)
                .multiply(BigInteger.valueOf(part))
                .shiftLeft(1)
                .add(BigInteger.valueOf(whole));
        return twice.divide(BigInteger.valueOf(whole).shiftLeft(1)).longValueExact();
    }

    /// Replaces everything by what the broker says of a position that is not ours.
    void adopt(long netQuantity, long averagePrice, long realisedPaise, long millis) {
        net = netQuantity;
        cost = Math.multiplyExact(Math.abs(netQuantity), averagePrice);
        realised = realisedPaise * FixedPoint.scale(instrument.priceDecimals() - 2);
        openedMillis = millis;
    }

    long net() {
        return net;
    }

    /// What is left of it where the same contract is held the other way round: the two close each other.
    ///
    /// @param books whether the result of what is closed is booked here; the other one shows none of it
    PositionRow rowBeside(Position other, boolean books, long lastPrice) {
        boolean opposite = net != 0 && Long.signum(net) == -Long.signum(other.net);
        if (!opposite) {
            return row(lastPrice);
        }
        long closed = Math.min(Math.abs(net), Math.abs(other.net));
        Position left = new Position(row, mode, product, instrument, instrumentIndex, broker);
        left.net = net;
        left.cost = cost;
        left.realised = realised;
        left.openedMillis = openedMillis;
        long booked = left.realised;
        left.close(closed, share(other.cost, closed, Math.abs(other.net)));
        if (!books) {
            left.realised = booked;
        }
        return left.row(lastPrice);
    }

    /// @param lastPrice fixed-point, 0 when unknown: the open result is then 0
    PositionRow row(long lastPrice) {
        long open = Math.abs(net);
        long average = open == 0 ? 0 : Math.floorDiv(cost + open / 2, open);
        long unrealised = 0;
        if (open > 0 && lastPrice > 0) {
            long worth = Math.multiplyExact(lastPrice, open);
            unrealised = net > 0 ? worth - cost : cost - worth;
        }
        return new PositionRow(
                row,
                mode,
                product,
                instrument,
                instrumentIndex,
                net,
                average,
                lastPrice,
                paise(realised),
                paise(unrealised),
                openedMillis,
                broker);
    }

    private long paise(long fixedPoint) {
        long scale = FixedPoint.scale(instrument.priceDecimals() - 2);
        return Math.floorDiv(fixedPoint + scale / 2, scale);
    }
}
