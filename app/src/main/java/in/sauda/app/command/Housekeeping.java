package in.sauda.app.command;

/// Gives back to the system what only the start needed: reading a master leaves some 60 MB of garbage in the old
/// generation, which nothing would collect for hours in a core that allocates little. Costs a tenth of a second, once.
final class Housekeeping {
    private static final long SETTLED_SECONDS = 15;

    void onSecond(long second) {
        if (second == SETTLED_SECONDS) {
            System.gc();
        }
    }
}
