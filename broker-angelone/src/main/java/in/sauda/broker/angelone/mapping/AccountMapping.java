package in.sauda.broker.angelone.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import in.sauda.core.broker.AccountProfile;
import in.sauda.core.broker.Funds;

/// Profile and funds.
public final class AccountMapping {
    private AccountMapping() {}

    /// @param clientCode used where the reply leaves it out
    public static AccountProfile profile(JsonNode data, String clientCode) {
        String code = WireValues.text(data, "clientcode");
        return new AccountProfile(code.isEmpty() ? clientCode : code, WireValues.text(data, "name"));
    }

    /// Funds as the broker states them; all its values are strings or null.
    ///
    /// @throws UnreadableException when a value is not a number
    public static Funds funds(JsonNode data) {
        return new Funds(
                WireValues.paise(data, "availablecash"),
                WireValues.paise(data, "utiliseddebits"),
                WireValues.paise(data, "net"));
    }
}
