package in.sauda.core.diagnostics;

/// @param millis how long the check took
public record CheckResult(String id, String title, Finding finding, long millis) {}
