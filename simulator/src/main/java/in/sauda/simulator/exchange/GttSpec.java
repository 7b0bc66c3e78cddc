package in.sauda.simulator.exchange;

import in.sauda.core.domain.Side;
import in.sauda.simulator.master.Contract;

/// What a client wants done when a price is reached. Prices are fixed-point in the contract's decimals.
///
/// @param days how long the rule lives
public record GttSpec(
        Contract contract,
        Side side,
        String product,
        long price,
        long quantity,
        long trigger,
        long disclosed,
        int days) {}
