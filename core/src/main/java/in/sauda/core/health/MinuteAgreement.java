package in.sauda.core.health;

/// How our minutes compare with those the broker's feed carries.
///
/// @param compared minutes both have
/// @param narrower of these, ours misses a price the feed left out between two updates
/// @param different of these, ours reaches beyond the broker's range, which its prices do not explain
public record MinuteAgreement(long compared, long narrower, long different) {
    public static final MinuteAgreement NONE = new MinuteAgreement(0, 0, 0);
}
