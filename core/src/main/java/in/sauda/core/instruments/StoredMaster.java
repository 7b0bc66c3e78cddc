package in.sauda.core.instruments;

import java.util.List;
import java.util.Map;

/// One master as it is kept: the generation in force with its origin.
///
/// @param importedAtMillis when the file was fetched, epoch milliseconds
record StoredMaster(
        long generation,
        String master,
        String source,
        long importedAtMillis,
        int rejected,
        Map<String, Integer> reasons,
        List<Instrument> instruments) {
    StoredMaster {
        reasons = Map.copyOf(reasons);
        instruments = List.copyOf(instruments);
    }

    StoredMaster withInstruments(List<Instrument> loaded) {
        return new StoredMaster(generation, master, source, importedAtMillis, rejected, reasons, loaded);
    }
}
