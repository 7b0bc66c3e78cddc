package in.sauda.broker.upstox.rest;

import in.sauda.core.broker.BrokerException;

/// Where the client finds the login's token and asks for a fresh one.
public interface TokenSource {
    /// The current token, or an empty string before the first login.
    String token();

    /// Logs in again unless somebody else already did since {@code staleToken} was current.
    ///
    /// @throws BrokerException when the login is refused, or only the user can do it
    void renew(String staleToken) throws BrokerException;
}
