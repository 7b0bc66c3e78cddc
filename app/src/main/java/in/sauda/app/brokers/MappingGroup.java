package in.sauda.app.brokers;

import in.sauda.core.instruments.MasterMapping;

/// In what a contract is different at the two brokers.
enum MappingGroup {
    LOT("Lot size"),
    TICK("Tick size"),
    FREEZE("Freeze quantity"),
    TOKEN("Token"),
    TERMS("Expiry, strike or side"),
    ONLY_FIRST("Only at the first"),
    ONLY_SECOND("Only at the second");

    private final String words;

    MappingGroup(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    static MappingGroup of(MasterMapping.Term term) {
        return switch (term) {
            case LOT -> LOT;
            case TICK -> TICK;
            case FREEZE -> FREEZE;
            case TOKEN -> TOKEN;
            case EXPIRY, STRIKE, SIDE -> TERMS;
        };
    }
}
