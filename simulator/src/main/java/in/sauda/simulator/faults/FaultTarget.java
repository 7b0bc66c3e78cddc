package in.sauda.simulator.faults;

/// What the faults act upon.
public interface FaultTarget {
    void cut(Line line);

    void send(Line line, byte[] frame);

    void endLogins();

    /// Told some fifty times a second while any rule exists, so that slow lines can let frames go.
    ///
    /// @param nanos since the last time
    void tick(long nanos);
}
