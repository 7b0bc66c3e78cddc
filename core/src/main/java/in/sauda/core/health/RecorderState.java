package in.sauda.core.health;

/// How the recording of the engine's inputs stands.
///
/// @param recording false where nothing records
/// @param working false while the disk refuses
/// @param fullPercent how much of its memory waits for the disk
/// @param lost inputs that could not be kept
public record RecorderState(boolean recording, boolean working, int fullPercent, long lost) {
    /// Nothing records.
    public static final RecorderState NONE = new RecorderState(false, true, 0, 0);
}
