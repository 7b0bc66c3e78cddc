package in.sauda.broker.angelone.session;

import in.sauda.broker.angelone.stream.FeedLogin;
import in.sauda.core.broker.BrokerException;

/// The login as the feed's handshake needs it.
record HandshakeLogin(Login login, String apiKey) implements FeedLogin {
    @Override
    public String clientCode() {
        return login.clientCode();
    }

    @Override
    public String feedToken() {
        return login.feedToken();
    }

    @Override
    public String jwt() {
        return login.jwt();
    }

    @Override
    public void renew(String staleJwt) throws BrokerException {
        login.renew(staleJwt);
    }

    @Override
    public String toString() {
        return "HandshakeLogin[redacted]";
    }
}
