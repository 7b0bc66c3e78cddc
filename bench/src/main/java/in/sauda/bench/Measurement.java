package in.sauda.bench;

/// One measurement that can be run by name. It prints what it measured, the peer's figure from the same run and
/// the ratio.
public interface Measurement {
    /// Name on the command line.
    String name();

    /// One sentence: what is measured and beside what.
    String description();

    /// Runs the measurement and prints its table to standard output.
    ///
    /// @throws Exception when it could not be carried out; a figure that misses its target is printed, not thrown
    void run() throws Exception;
}
