package in.sauda.core.account;

import in.sauda.core.broker.AddressCheck;
import in.sauda.core.broker.RateUse;
import java.util.List;

/// What is true of the broker session at this moment.
///
/// @param loggedIn false without a session; the rest is empty then
/// @param validUntilMillis when the broker ends the login, epoch milliseconds, Long.MAX_VALUE when it has no known end
/// @param rates how much of the broker's allowances is used
/// @param address whether orders leave from the registered internet address; never read where no broker asks for one
public record SessionFacts(
        boolean loggedIn, long validUntilMillis, List<RateUse> rates, Reading<AddressCheck.Report> address) {
    /// Without a session.
    public static final SessionFacts NONE = new SessionFacts(false, Long.MAX_VALUE, List.of(), Reading.none());

    public SessionFacts {
        rates = List.copyOf(rates);
    }
}
