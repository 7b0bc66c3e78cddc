package in.sauda.simulator.master;

import in.sauda.core.calendar.TradingCalendar;
import in.sauda.core.domain.Segment;
import in.sauda.simulator.market.Good;
import in.sauda.simulator.market.IndexSpec;
import in.sauda.simulator.market.Stock;
import in.sauda.simulator.market.Tables;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// A complete master for a date, built from the bundled tables of real underlyings: real names, tokens of cash and
/// indices, lots and expiry rules; contract tokens are made up.
public final class MasterGenerator {
    private record IndexContracts(
            Segment segment, int lot, long freeze, double strikeStep, int strikesEachSide, int weeks, int months) {}

    private static final Map<String, IndexContracts> INDEX_DERIVATIVES = Map.of(
            "NIFTY", new IndexContracts(Segment.NFO, 65, 1_800, 50, 75, 6, 6),
            "BANKNIFTY", new IndexContracts(Segment.NFO, 30, 600, 100, 100, 0, 4),
            "FINNIFTY", new IndexContracts(Segment.NFO, 60, 1_800, 50, 80, 0, 3),
            "MIDCPNIFTY", new IndexContracts(Segment.NFO, 120, 2_800, 25, 90, 0, 3),
            "NIFTYNXT50", new IndexContracts(Segment.NFO, 25, 600, 100, 90, 0, 3),
            "SENSEX", new IndexContracts(Segment.BFO, 20, 1_000, 100, 120, 5, 4),
            "BANKEX", new IndexContracts(Segment.BFO, 30, 900, 100, 100, 0, 3),
            "SNSX50", new IndexContracts(Segment.BFO, 75, 1_800, 100, 50, 0, 3));
    private static final int[] STOCK_STRIKES_EACH_SIDE = {36, 32, 24};
    private static final int[] BSE_STOCK_STRIKES_EACH_SIDE = {18, 14};
    private static final Map<String, String> BSE_CODES = Map.ofEntries(
            Map.entry("RELIANCE", "500325"),
            Map.entry("TCS", "532540"),
            Map.entry("INFY", "500209"),
            Map.entry("HDFCBANK", "500180"),
            Map.entry("ICICIBANK", "532174"),
            Map.entry("SBIN", "500112"),
            Map.entry("ITC", "500875"),
            Map.entry("TITAN", "500114"),
            Map.entry("TATASTEEL", "500470"),
            Map.entry("BHARTIARTL", "532454"),
            Map.entry("HINDUNILVR", "500696"),
            Map.entry("LT", "500510"));

    private final MasterBuilder rows = new MasterBuilder();
    private final Tables tables;
    private final Expiries expiries;
    private final LocalDate date;

    private MasterGenerator(Tables tables, TradingCalendar calendar, LocalDate date) {
        this.tables = tables;
        this.expiries = new Expiries(calendar, date);
        this.date = date;
    }

    public static List<Contract> generate(Tables tables, TradingCalendar calendar, LocalDate date) {
        MasterGenerator generator = new MasterGenerator(tables, calendar, date);
        generator.indices();
        generator.cash();
        generator.governmentSecurities();
        generator.indexDerivatives();
        generator.shareDerivatives();
        generator.goods();
        return generator.rows.contracts();
    }

    private void indices() {
        for (IndexSpec index : tables.indices()) {
            rows.index(index.segment(), index.token(), index.symbol(), index.name());
        }
    }

    private void cash() {
        for (Stock stock : tables.stocks()) {
            long tick = TickSizes.share(stock.price());
            long freeze = Math.round(2.5e7 / stock.price());
            String symbol = stock.symbol();
            String listed = symbol + "-" + stock.series();
            rows.cash(Segment.NSE, stock.token(), listed, symbol, 1, tick, freeze, stock.derivatives());
        }
        for (Stock stock : tables.stocks()) {
            String code = BSE_CODES.get(stock.symbol());
            rows.cash(
                    Segment.BSE,
                    code == null ? rows.newToken(Segment.BSE) : code,
                    stock.symbol(),
                    stock.symbol(),
                    1,
                    TickSizes.share(stock.price()),
                    0,
                    stock.derivatives());
        }
    }

    /// Treasury bills and state loans: the rows with an empty type that are not shares.
    private void governmentSecurities() {
        LocalDate maturity = date.plusDays(7);
        for (int week = 0; week < 52; week++, maturity = maturity.plusWeeks(1)) {
            for (int tenor : new int[] {91, 182, 364}) {
                String name = "%dD%02d%02d%02d"
                        .formatted(tenor, maturity.getDayOfMonth(), maturity.getMonthValue(), maturity.getYear() % 100);
                rows.cash(Segment.NSE, rows.newToken(Segment.NSE), name + "-TB", name, 100, 1, 1_041_000, false);
            }
        }
        for (String state : List.of("GJ", "MH", "TN", "KA", "UP", "RJ", "AP", "TS", "WB", "HR")) {
            for (int coupon = 680; coupon < 780; coupon += 4) {
                String name = coupon + state + (28 + coupon % 12);
                rows.cash(Segment.NSE, rows.newToken(Segment.NSE), name + "-SG", name, 100, 1, 999_900, false);
            }
        }
    }

    private void indexDerivatives() {
        for (IndexSpec index : tables.indices()) {
            IndexContracts terms = INDEX_DERIVATIVES.get(index.name());
            if (terms != null) {
                indexDerivatives(index, terms);
            }
        }
    }

    private void indexDerivatives(IndexSpec index, IndexContracts terms) {
        Segment segment = terms.segment();
        DayOfWeek weekday = segment == Segment.NFO ? expiries.nse() : expiries.bse();
        List<LocalDate> months = expiries.monthly(weekday, terms.months());
        for (LocalDate expiry : months.subList(0, 3)) {
            long tick = TickSizes.indexFuture(index.level());
            rows.future(segment, index.name(), "FUTIDX", expiry, terms.lot(), tick, terms.freeze(), false);
        }
        List<Long> strikes = StrikeLadder.around(index.level(), terms.strikeStep(), terms.strikesEachSide());
        for (LocalDate expiry : expiries.weeklyAndMonthly(weekday, terms.weeks(), terms.months())) {
            boolean weekly = !months.contains(expiry);
            rows.options(
                    segment, index.name(), "OPTIDX", expiry, weekly, strikes, terms.lot(), 5, terms.freeze(), false);
        }
    }

    private void shareDerivatives() {
        List<LocalDate> nse = expiries.monthly(expiries.nse(), 3);
        List<LocalDate> bse = expiries.monthly(expiries.bse(), 3);
        for (Stock stock : tables.stocks()) {
            if (stock.derivatives()) {
                shareDerivatives(stock, Segment.NFO, nse, STOCK_STRIKES_EACH_SIDE);
                shareDerivatives(stock, Segment.BFO, bse, BSE_STOCK_STRIKES_EACH_SIDE);
            }
        }
    }

    private void shareDerivatives(Stock stock, Segment segment, List<LocalDate> months, int[] strikesEachSide) {
        for (LocalDate expiry : months) {
            long tick = TickSizes.share(stock.price());
            rows.future(segment, stock.symbol(), "FUTSTK", expiry, stock.lot(), tick, stock.freeze(), false);
        }
        double step = StrikeLadder.shareStep(stock.price());
        for (int month = 0; month < strikesEachSide.length; month++) {
            rows.options(
                    segment,
                    stock.symbol(),
                    "OPTSTK",
                    months.get(month),
                    false,
                    StrikeLadder.around(stock.price(), step, strikesEachSide[month]),
                    stock.lot(),
                    TickSizes.shareOption(stock.price()),
                    stock.freeze(),
                    false);
        }
    }

    private void goods() {
        for (Good good : tables.goods()) {
            boolean currency = good.segment().currency();
            List<LocalDate> months = expiries.onDayOfMonth(currency ? 27 : expiryDay(good.name()), currency ? 6 : 4);
            long tick = Math.round(good.tick() * (currency ? 1e7 : 100));
            long freeze = 100L * good.lot();
            for (LocalDate expiry : months) {
                String type = currency ? "FUTCUR" : "FUTCOM";
                rows.future(good.segment(), good.name(), type, expiry, good.lot(), tick, freeze, false);
            }
            if (good.strikeStep() > 0) {
                goodOptions(good, months.subList(0, 2), currency, freeze);
            }
        }
    }

    private void goodOptions(Good good, List<LocalDate> months, boolean currency, long freeze) {
        List<Long> strikes = StrikeLadder.around(good.price(), good.strikeStep(), 30);
        long tick = currency ? 25_000 : 5;
        String type = currency ? "OPTCUR" : "OPTFUT";
        for (LocalDate expiry : months) {
            rows.options(good.segment(), good.name(), type, expiry, false, strikes, good.lot(), tick, freeze, false);
        }
    }

    private static int expiryDay(String good) {
        return switch (good) {
            case "CRUDEOIL", "CRUDEOILM" -> 19;
            case "NATURALGAS" -> 25;
            case "GOLD", "SILVER", "GOLDM" -> 5;
            default -> 30;
        };
    }
}
