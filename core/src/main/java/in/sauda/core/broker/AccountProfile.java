package in.sauda.core.broker;

/// Who is logged in.
///
/// @param clientCode the broker's id of the account
public record AccountProfile(String clientCode, String name) {}
