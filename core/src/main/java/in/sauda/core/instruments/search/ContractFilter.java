package in.sauda.core.instruments.search;

import org.jspecify.annotations.Nullable;

/// Which contracts of an underlying are meant.
///
/// @param kind see {@link Kind}
/// @param strike null means any
/// @param day day of the month of the expiry, 0 means any
/// @param months bit 1 is January; 0 means any. Several while a month is being typed: {@code J}
/// @param year 0 means any
record ContractFilter(Kind kind, @Nullable StrikePrefix strike, int day, int months, int year) {
    static final ContractFilter ANY = new ContractFilter(Kind.ANY, null, 0, 0, 0);
    static final ContractFilter FUTURES = new ContractFilter(Kind.FUTURE, null, 0, 0, 0);
    static final ContractFilter OPTIONS = new ContractFilter(Kind.OPTION, null, 0, 0, 0);

    /// Future, call, put, or what is still open.
    enum Kind {
        ANY,
        FUTURE,
        OPTION,
        CALL,
        PUT
    }

    boolean any() {
        return equals(ANY);
    }

    ContractFilter withKind(Kind next) {
        return new ContractFilter(next, strike, day, months, year);
    }

    ContractFilter withStrike(StrikePrefix next) {
        return new ContractFilter(kind, next, day, months, year);
    }

    ContractFilter withDay(int next) {
        return new ContractFilter(kind, strike, next, months, year);
    }

    ContractFilter withMonths(int next) {
        return new ContractFilter(kind, strike, day, next, year);
    }

    ContractFilter withYear(int next) {
        return new ContractFilter(kind, strike, day, months, next);
    }

    /// @param contractKind {@link ContractTable#FUTURE} and its siblings
    boolean kindMatches(int contractKind) {
        return switch (kind) {
            case ANY -> true;
            case FUTURE -> contractKind == ContractTable.FUTURE;
            case OPTION -> contractKind != ContractTable.FUTURE;
            case CALL -> contractKind == ContractTable.CALL;
            case PUT -> contractKind == ContractTable.PUT;
        };
    }

    boolean dateMatches(int expiryYear, int expiryMonth, int expiryDay) {
        return (year == 0 || year == expiryYear)
                && (months == 0 || (months & (1 << expiryMonth)) != 0)
                && (day == 0 || day == expiryDay);
    }
}
