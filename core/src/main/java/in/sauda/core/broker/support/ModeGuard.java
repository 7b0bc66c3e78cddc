package in.sauda.core.broker.support;

import in.sauda.core.broker.BrokerException;
import in.sauda.core.broker.BrokerFailure;
import in.sauda.core.domain.TradingMode;
import java.util.Optional;

/// The last check of an order's mode before it meets the wire: practice orders never reach the broker, and real
/// ones never reach anything else.
///
/// @param broker name for people
/// @param overridden true when the REST address is not the broker's own
/// @param loopback true when it is on this computer
public record ModeGuard(String broker, boolean overridden, boolean loopback) {
    /// Returns why an order of that mode must not be sent here, or empty when it may.
    public Optional<String> refusal(TradingMode mode) {
        return switch (mode) {
            case LIVE ->
                overridden
                        ? Optional.of("A live order may only go to " + broker
                                + " itself, and this session talks to another server.")
                        : Optional.empty();
            case DEMO ->
                overridden && loopback
                        ? Optional.empty()
                        : Optional.of("A demo order may only go to the simulator on this computer.");
            case PAPER -> Optional.of("A paper order is filled inside the terminal and never sent to a broker.");
        };
    }

    /// @throws BrokerException when a request of that mode must not be sent here
    public void check(TradingMode mode) throws BrokerException {
        Optional<String> refusal = refusal(mode);
        if (refusal.isPresent()) {
            throw new BrokerException(
                    new BrokerFailure.Refused("MODE", refusal.get(), "Use the session that belongs to the mode."));
        }
    }
}
