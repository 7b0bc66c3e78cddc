package in.sauda.app.login;

import in.sauda.core.broker.Broker;
import in.sauda.core.broker.Credentials;
import java.util.Map;

/// Everything one login needs.
///
/// @param network addresses by endpoint name that belong to the account, such as the order proxy
public record LoginRequest(Broker broker, Credentials credentials, Map<String, String> network) {
    public LoginRequest {
        network = Map.copyOf(network);
    }

    @Override
    public String toString() {
        return "LoginRequest[" + broker.id() + ", redacted]";
    }
}
