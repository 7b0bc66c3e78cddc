package in.sauda.broker.angelone.stream;

/// How much one account may stream.
///
/// @param connections sockets open at once
/// @param perConnection instruments on one socket
public record FeedLimits(int connections, int perConnection) {}
