package in.sauda.broker.angelone.stream;

import in.sauda.broker.angelone.rest.TokenSource;

/// What the feed's handshake needs of the login.
public interface FeedLogin extends TokenSource {
    String clientCode();

    String apiKey();

    String feedToken();
}
