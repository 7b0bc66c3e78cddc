package in.sauda.core.broker;

/// Bytes that are not a frame of the feed.
public final class MalformedFrameException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int offset;

    public MalformedFrameException(String message, int offset) {
        super(message);
        this.offset = offset;
    }

    /// Byte offset at which decoding failed.
    public int offset() {
        return offset;
    }
}
