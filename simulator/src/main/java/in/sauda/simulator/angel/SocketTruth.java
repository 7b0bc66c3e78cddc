package in.sauda.simulator.angel;

import in.sauda.simulator.faults.Line;

/// What really went over one open connection.
///
/// @param sent frames handed to the connection
/// @param dropped frames that were never sent, by a fault or because the client read too slowly
/// @param waiting frames not yet sent
public record SocketTruth(Line line, String clientCode, long sent, long dropped, int waiting) {}
