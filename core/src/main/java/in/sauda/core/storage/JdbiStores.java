package in.sauda.core.storage;

import in.sauda.core.feed.InstrumentRegistry;

/// The engine's stores in the home's database.
public final class JdbiStores {
    private JdbiStores() {}

    /// @param registry gives loaded instruments their index of this run
    public static Stores of(Database database, InstrumentRegistry registry) {
        return new Stores(
                new JdbiCandleStore(database.jdbi()),
                new JdbiSignalStore(database.jdbi(), registry),
                new JdbiOrderStore(database.jdbi(), registry),
                new JdbiAlertStore(database.jdbi()),
                new JdbiParityStore(database.jdbi()));
    }
}
