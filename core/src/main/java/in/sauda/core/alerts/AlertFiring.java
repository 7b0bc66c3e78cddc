package in.sauda.core.alerts;

import in.sauda.core.instruments.Instrument;
import org.jspecify.annotations.Nullable;

/// An alert that fired.
///
/// @param alert id of its rule, which may be gone by now
/// @param atMillis market time
/// @param reading the number at that moment
/// @param sentence what happened, for people
public record AlertFiring(
        long alert, @Nullable Instrument instrument, long atMillis, double reading, String sentence) {}
