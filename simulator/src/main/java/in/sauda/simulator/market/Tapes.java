package in.sauda.simulator.market;

import in.sauda.core.calendar.SessionClass;
import in.sauda.core.calendar.TradingCalendar;
import in.sauda.core.options.OptionGreeks;
import in.sauda.simulator.master.Contract;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Makes tapes: of today for the live market, of any day for history and for tests. Safe from any thread.
public final class Tapes {
    private record PlanKey(SessionClass sessionClass, LocalDate date) {}

    private final long seed;
    private final TradingCalendar calendar;
    private final TradingDays days;
    private final Universe universe;
    private final ContractPrices prices;
    private final Map<PlanKey, SessionPlan> plans = new ConcurrentHashMap<>();
    private final Map<SessionPlan, VolumeCurve> curves = new ConcurrentHashMap<>();

    public Tapes(long seed, TradingCalendar calendar, TradingDays days, Universe universe) {
        this.seed = seed;
        this.calendar = calendar;
        this.days = days;
        this.universe = universe;
        this.prices = new ContractPrices(universe);
    }

    /// A tape of the trading day that many days back, before its first slot.
    public Tape tape(Contract contract, int back) {
        Underlying underlying = prices.underlying(contract);
        SessionPlan plan = plan(contract, back);
        FairPrice fair = prices.on(contract, back);
        long key = Noise.hash(
                Noise.hash(seed, contract.segment() + contract.symbol()),
                days.date(back).toEpochDay());
        long previousClose = previousClose(contract, back);
        double spot = underlying.on(back).at(0);
        Liquidity liquidity = Liquidity.of(
                contract, days.date(back), underlying.turnover(), spot, contract.toRupees(previousClose), key);
        long band = band(contract, previousClose, spot);
        return new Tape(new TapeSpec(
                contract,
                key,
                fair,
                underlying.activity(back),
                liquidity,
                plan,
                curves.computeIfAbsent(plan, p -> new VolumeCurve(p.continuousStart(), p.continuousEnd())),
                previousClose,
                Math.max(contract.tick(), previousClose - band),
                previousClose + band));
    }

    private static long band(Contract contract, long previousClose, double spot) {
        double rupees = contract.kind() == Contract.Kind.OPTION
                ? 0.12 * spot
                : contract.toRupees(previousClose)
                        * (contract.closingAuction() || contract.kind() == Contract.Kind.FUTURE ? 0.10 : 0.20);
        return contract.kind() == Contract.Kind.INDEX ? Long.MAX_VALUE / 4 : contract.onTick(rupees);
    }

    long previousClose(Contract contract, int back) {
        int before = back + 1;
        int slot = plan(contract, before).closeSlot();
        return contract.onTick(prices.on(contract, before).at(slot));
    }

    public SessionPlan plan(Contract contract, int back) {
        return plans.computeIfAbsent(
                new PlanKey(sessionClass(contract), days.date(back)),
                key -> SessionPlan.of(calendar, key.sessionClass(), key.date(), seed));
    }

    /// Fair value of a contract on a day, for tests of coherence.
    public FairPrice fair(Contract contract, int back) {
        return prices.on(contract, back);
    }

    /// How the model sees an option at a slot of today.
    public OptionGreeks greeks(Contract option, int slot) {
        return prices.greeks(option, slot);
    }

    public TradingDays days() {
        return days;
    }

    public Universe universe() {
        return universe;
    }

    static SessionClass sessionClass(Contract contract) {
        return switch (contract.segment()) {
            case NSE, BSE ->
                contract.kind() == Contract.Kind.INDEX
                        ? SessionClass.INDEX
                        : contract.closingAuction() ? SessionClass.CASH_WITH_DERIVATIVES : SessionClass.CASH;
            case NFO, BFO ->
                contract.kind() == Contract.Kind.FUTURE ? SessionClass.EQUITY_FUTURES : SessionClass.EQUITY_OPTIONS;
            case CDS, BCD -> SessionClass.CURRENCY;
            case MCX, NCDEX, NCO -> SessionClass.COMMODITY;
        };
    }
}
