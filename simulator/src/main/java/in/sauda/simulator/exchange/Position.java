package in.sauda.simulator.exchange;

import in.sauda.core.domain.Side;
import in.sauda.simulator.master.Contract;

/// What was bought and sold of one contract today under one product. Guarded by the market's lock.
public final class Position {
    private final Contract contract;
    private final String product;
    private long buyQuantity;
    private long sellQuantity;
    private long buyValue;
    private long sellValue;

    Position(Contract contract, String product) {
        this.contract = contract;
        this.product = product;
    }

    void add(Side side, long quantity, long price) {
        if (side == Side.BUY) {
            buyQuantity += quantity;
            buyValue = Math.addExact(buyValue, Math.multiplyExact(quantity, price));
        } else {
            sellQuantity += quantity;
            sellValue = Math.addExact(sellValue, Math.multiplyExact(quantity, price));
        }
    }

    /// Hands part of the open quantity over to another product at its average price.
    void moveTo(Position other, long quantity) {
        boolean bought = netQuantity() > 0;
        long moved = bought ? share(buyValue, quantity, buyQuantity) : share(sellValue, quantity, sellQuantity);
        if (bought) {
            buyQuantity -= quantity;
            buyValue -= moved;
            other.buyQuantity += quantity;
            other.buyValue += moved;
        } else {
            sellQuantity -= quantity;
            sellValue -= moved;
            other.sellQuantity += quantity;
            other.sellValue += moved;
        }
    }

    private static long share(long value, long quantity, long all) {
        return Math.round((double) value * quantity / all);
    }

    public Contract contract() {
        return contract;
    }

    public String product() {
        return product;
    }

    public long buyQuantity() {
        return buyQuantity;
    }

    public long sellQuantity() {
        return sellQuantity;
    }

    public long netQuantity() {
        return buyQuantity - sellQuantity;
    }

    public double buyRupees() {
        return (double) buyValue / contract.scale();
    }

    public double sellRupees() {
        return (double) sellValue / contract.scale();
    }

    public double buyAverage() {
        return buyQuantity == 0 ? 0 : buyRupees() / buyQuantity;
    }

    public double sellAverage() {
        return sellQuantity == 0 ? 0 : sellRupees() / sellQuantity;
    }

    /// Profit of what was both bought and sold, in rupees.
    public double realised() {
        return Math.min(buyQuantity, sellQuantity) * (sellAverage() - buyAverage());
    }

    /// Profit of what is still open at a price in rupees.
    public double unrealised(double last) {
        long net = netQuantity();
        return net == 0 ? 0 : net * (last - (net > 0 ? buyAverage() : sellAverage()));
    }
}
