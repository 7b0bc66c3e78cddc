package in.sauda.core.feed;

/// What one of a feed's sockets is doing.
public enum ConnectionState {
    /// Not needed so far.
    UNUSED,
    CONNECTING,
    CONNECTED,
    /// Lost or refused; the next attempt has its time.
    WAITING,
    CLOSED
}
