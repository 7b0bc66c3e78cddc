package in.sauda.core.instruments;

import java.util.Map;

/// What an import did. Every row of the file is either accepted or rejected for a named reason.
///
/// @param master name of the cache, see {@link MasterSource}
/// @param source where the file came from
/// @param reasons rejected rows by reason
/// @param categories accepted rows by category, all seven
/// @param millis file to durable and searchable
public record ImportReport(
        String master,
        String source,
        int rows,
        int accepted,
        int rejected,
        Map<String, Integer> reasons,
        Map<InstrumentCategory, Integer> categories,
        long millis) {}
