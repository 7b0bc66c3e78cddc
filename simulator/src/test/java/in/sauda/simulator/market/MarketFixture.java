package in.sauda.simulator.market;

import in.sauda.core.calendar.TradingCalendar;
import in.sauda.core.domain.Segment;
import in.sauda.simulator.master.Contract;
import in.sauda.simulator.master.ContractCatalog;
import in.sauda.simulator.master.MasterGenerator;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;

/// A whole market of one date and seed, without servers or clocks.
public final class MarketFixture {
    public static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final ContractCatalog CATALOG =
            new ContractCatalog(MasterGenerator.generate(Tables.bundled(), TradingCalendar.bundled(), DAY));

    private MarketFixture() {}

    public static ContractCatalog catalog() {
        return CATALOG;
    }

    public static Tapes tapes(long seed) {
        TradingCalendar calendar = TradingCalendar.bundled();
        TradingDays days = new TradingDays(calendar, DAY);
        return new Tapes(seed, calendar, days, new Universe(seed, days, Tables.bundled(), Map.of()));
    }

    public static Contract share(String name) {
        return CATALOG.findBySymbol(Segment.NSE, name + "-EQ").orElseThrow();
    }

    public static Contract index(String name) {
        return CATALOG.in(Segment.NSE)
                .filter(row -> row.kind() == Contract.Kind.INDEX && row.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    public static Contract symbol(String symbol) {
        return CATALOG.findBySymbol(Segment.NFO, symbol).orElseThrow();
    }

    public static int slot(int hour, int minute) {
        return Slots.of(LocalTime.of(hour, minute));
    }
}
