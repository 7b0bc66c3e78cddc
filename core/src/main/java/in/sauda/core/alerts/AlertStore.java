package in.sauda.core.alerts;

import java.util.List;

/// Keeps alerts and their history. Blocks. Saving replaces what was there, so doing it twice does no harm.
public interface AlertStore {
    void save(List<StoredAlert> alerts);

    /// What they fired stays in the history.
    void remove(List<Long> ids);

    void saveFirings(List<AlertFiring> firings);

    /// In the order of their ids.
    List<StoredAlert> load();

    /// @param most of them, newest first
    List<AlertFiring> firings(int most);
}
