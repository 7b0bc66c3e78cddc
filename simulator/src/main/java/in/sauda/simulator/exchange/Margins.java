package in.sauda.simulator.exchange;

import in.sauda.core.domain.Side;
import in.sauda.simulator.master.Contract;

/// Money an order or position ties up, in rupees (rules 6.7): bought options their premium, intraday shares a fifth,
/// delivery all of it, futures a tenth, written options an eighth of the strike besides.
public final class Margins {
    private Margins() {}

    public static double required(Contract contract, String product, Side side, long quantity, double price) {
        double value = price * quantity;
        return switch (contract.kind()) {
            case CASH, INDEX -> value * cashShare(product);
            case FUTURE -> value * 0.10;
            case OPTION -> side == Side.BUY ? value : 0.12 * contract.toRupees(contract.strike()) * quantity;
        };
    }

    private static double cashShare(String product) {
        return switch (product) {
            case "INTRADAY" -> 0.20;
            case "MARGIN" -> 0.25;
            default -> 1.0;
        };
    }
}
