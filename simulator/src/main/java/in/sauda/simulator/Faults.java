package in.sauda.simulator;

/// Switches with which a test makes the server misbehave. Safe from any thread.
public interface Faults {
    /// Cuts every stream socket without a close frame.
    void cutSockets();

    /// While true, streams stay open but nothing is sent, not even answers to pings.
    void silence(boolean silent);

    /// Sends these bytes as one binary frame on every stream.
    void sendRaw(byte[] frame);

    /// The next request whose path ends with this text gets this answer instead of being handled.
    void nextReply(String pathSuffix, int status, String body);

    /// The next order is taken by the exchange, but the connection dies before the reply.
    void loseNextOrderReply();

    /// Logins fail with this error code until called with an empty text.
    void rejectLogins(String code);
}
