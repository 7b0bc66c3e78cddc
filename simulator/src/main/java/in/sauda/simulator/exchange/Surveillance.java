package in.sauda.simulator.exchange;

import in.sauda.core.domain.Segment;
import in.sauda.simulator.master.Contract;

/// Shares the exchange watches closely: a client has to say that it knows. Trade-to-trade and some
/// small-company series, a stand-in for the exchange's changing lists.
public final class Surveillance {
    private Surveillance() {}

    public static boolean listed(Contract contract) {
        if (contract.segment() != Segment.NSE || contract.kind() != Contract.Kind.CASH) {
            return false;
        }
        String symbol = contract.symbol();
        return symbol.endsWith("-BE") || symbol.endsWith("-BZ") || symbol.endsWith("-ST");
    }
}
