package in.sauda.core.feed;

/// What is used of a broker's allowance for one of its feed's own modes.
///
/// @param mode in the broker's words
/// @param limit most instruments at this moment; it may depend on which other modes are in use
public record ModeUse(String mode, int used, int limit) {}
