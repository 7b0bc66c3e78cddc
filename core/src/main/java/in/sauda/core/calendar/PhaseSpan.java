package in.sauda.core.calendar;

import java.time.LocalTime;

/// One phase of one day, half open: {@code [start, end)} in India time.
public record PhaseSpan(Phase phase, LocalTime start, LocalTime end) {}
