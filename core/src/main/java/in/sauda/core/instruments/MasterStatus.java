package in.sauda.core.instruments;

import java.util.Map;

/// The state of one cached master, for the screen.
///
/// @param master name of the cache
/// @param source where its file came from, empty while there is none
/// @param importedAtMillis when the file was fetched, epoch milliseconds; 0 while there is none
/// @param ageMillis age of the instruments now; 0 while there are none
/// @param categories accepted instruments by category, all seven
/// @param reasons rejected rows by reason
/// @param refreshing a download is under way
/// @param problem why the last refresh failed, in one sentence; empty after a good one
public record MasterStatus(
        String master,
        String source,
        long importedAtMillis,
        long ageMillis,
        int accepted,
        int rejected,
        Map<InstrumentCategory, Integer> categories,
        Map<String, Integer> reasons,
        boolean refreshing,
        String problem) {}
