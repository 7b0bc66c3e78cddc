package in.sauda.core.broker;

/// Asks a broker's server for a sign of life, without any login. Blocks.
public interface ServerProbe {
    /// Name of the server, without scheme and port.
    String host();

    /// @throws BrokerException when nothing answers
    Answer ask() throws BrokerException;

    /// @param roundTripNanos from the request to the first byte of the answer
    /// @param serverMillis the server's own clock to the second, epoch milliseconds; 0 when it does not say
    record Answer(long roundTripNanos, long serverMillis) {}
}
