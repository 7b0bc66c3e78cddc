package in.sauda.core.broker;

import java.util.Map;

/// Decodes one feed frame into named raw wire values, for people and tools; not the hot path.
public interface FrameInspector {
    /// Returns field names and raw wire units in the order of the wire.
    ///
    /// @throws MalformedFrameException when the bytes are not a frame
    Map<String, Object> inspect(byte[] frame) throws MalformedFrameException;
}
