package in.sauda.app.logs;

import java.util.List;

/// Where the viewer's lines come from. Safe from any thread, never blocks for the disk.
public interface LogSource {
    /// Lines after the one of this sequence that are still there, oldest first.
    List<LogLine> after(long sequence);

    /// Most lines that are there at once.
    int capacity();

    /// Modules that log, in the order they are offered.
    List<String> modules();
}
