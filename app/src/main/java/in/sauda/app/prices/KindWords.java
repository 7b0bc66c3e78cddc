package in.sauda.app.prices;

import in.sauda.core.universe.UniverseKind;

/// Names of kinds for people.
final class KindWords {
    private KindWords() {}

    static String of(UniverseKind kind) {
        return switch (kind) {
            case INDEX -> "Index";
            case EQUITY -> "Equity";
            case FUTURES -> "Futures";
            case OPTIONS -> "Options";
            case MTF -> "MTF";
            case MIS -> "MIS";
        };
    }

    static String meaning(UniverseKind kind) {
        return switch (kind) {
            case INDEX -> "Indices of NSE, then of BSE";
            case EQUITY -> "Shares of NSE, those with derivatives first, then of BSE";
            case FUTURES -> "Futures, the nearest expiry first, those on indices before those on shares";
            case OPTIONS -> "Calls and puts of the nearest expiry around the middle of the strikes, indices first";
            case MTF -> "Shares the broker lends money on (margin trading facility)";
            case MIS -> "Shares the broker takes for intraday positions";
        };
    }
}
