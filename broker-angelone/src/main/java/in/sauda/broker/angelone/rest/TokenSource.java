package in.sauda.broker.angelone.rest;

import in.sauda.core.broker.BrokerException;

/// Where the client finds the login's token and asks for a fresh one.
public interface TokenSource {
    /// The current token without "Bearer ", or an empty string before the first login.
    String jwt();

    /// Logs in again unless somebody else already did since {@code staleJwt} was current.
    ///
    /// @throws BrokerException when the login is refused
    void renew(String staleJwt) throws BrokerException;

    /// For calls made before there is a login.
    static TokenSource none() {
        return new TokenSource() {
            @Override
            public String jwt() {
                return "";
            }

            @Override
            public void renew(String staleJwt) throws BrokerException {
                throw new BrokerException(AngelOneErrors.business("AG8003", ""));
            }
        };
    }
}
