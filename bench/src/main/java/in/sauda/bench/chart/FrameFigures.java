package in.sauda.bench.chart;

/// What a run of frames looked like.
///
/// @param medianMillis time from frame to frame
/// @param p99Millis time from frame to frame that one in a hundred exceeds
/// @param cpuMillisPerFrame processor time of the JavaFX thread and the render thread together
/// @param kibibytesPerFrame what the JavaFX thread allocates, the toolkit's own share included
record FrameFigures(
        double framesPerSecond,
        double medianMillis,
        double p99Millis,
        double cpuMillisPerFrame,
        double kibibytesPerFrame) {}
