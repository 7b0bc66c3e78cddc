package in.sauda.core.patterns;

/// Whether a candle's volume confirms it (rules 1.3). Without a usable source it is unknown, which is not no (rules
/// 7.9).
public enum VolumeSupport {
    YES,
    NO,
    UNKNOWN
}
