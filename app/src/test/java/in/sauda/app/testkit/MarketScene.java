package in.sauda.app.testkit;

import in.sauda.core.broker.BrokerId;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.domain.OrderType;
import in.sauda.core.domain.Product;
import in.sauda.core.domain.Side;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.domain.Validity;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.orders.ClientOrderId;
import in.sauda.core.orders.OrderRequest;
import in.sauda.core.orders.OrderStatus;
import in.sauda.core.signals.Signal;
import in.sauda.core.strategy.Lane;
import in.sauda.core.view.PositionRow;
import in.sauda.core.view.UiEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// A market as it looks on an ordinary day, for pictures and for tests that need many rows.
public final class MarketScene {
    private static final String[] NAMES = {
        "RELIANCE",
        "HDFCBANK",
        "ICICIBANK",
        "INFY",
        "TCS",
        "SBIN",
        "BHARTIARTL",
        "ITC",
        "LT",
        "AXISBANK",
        "KOTAKBANK",
        "HINDUNILVR",
        "BAJFINANCE",
        "MARUTI",
        "SUNPHARMA",
        "TITAN",
        "ULTRACEMCO",
        "NTPC",
        "M&M",
        "POWERGRID",
        "TATAMOTORS",
        "ADANIENT",
        "WIPRO",
        "COALINDIA"
    };
    private static final long[] PRICES = {
        141_030, 98_765, 139_240, 152_310, 312_480, 83_415, 189_650, 41_220, 364_890, 117_705, 203_450, 245_600,
        92_340, 1_264_500, 168_230, 345_670, 1_198_700, 33_905, 318_440, 28_730, 71_260, 241_180, 24_865, 38_220
    };

    private final FakeTerminal terminal;
    private final List<Instrument> instruments = new ArrayList<>();
    private final Random random = new Random(7);

    public MarketScene(FakeTerminal terminal) {
        this.terminal = terminal;
        instruments.add(Instruments.NIFTY_FUTURE);
        instruments.add(Instruments.NIFTY_CALL);
        for (int i = 0; i < NAMES.length; i++) {
            instruments.add(Instruments.equity(NAMES[i], Integer.toString(2885 + i)));
        }
    }

    /// The watchlist's instruments.
    public List<Instrument> watched() {
        return instruments;
    }

    public ListDirectory directory() {
        List<Instrument> all = new ArrayList<>(instruments);
        all.addAll(List.of(Instruments.NIFTY, Instruments.BANK_NIFTY, Instruments.VIX));
        return new ListDirectory(all);
    }

    /// One price for every instrument.
    public void quotes() {
        quote(Instruments.NIFTY, 2_511_240, 2_500_730);
        quote(Instruments.BANK_NIFTY, 5_648_815, 5_661_220);
        quote(Instruments.VIX, 1_284, 1_311);
        quote(Instruments.NIFTY_FUTURE, 2_518_970, 2_508_100);
        quote(Instruments.NIFTY_CALL, 28_465, 24_310);
        for (int i = 0; i < NAMES.length; i++) {
            long previous = PRICES[i];
            long last = Math.round(previous * (1 + random.nextGaussian() * 0.012) / 10) * 10;
            quote(instruments.get(i + 2), last, previous);
        }
    }

    private void quote(Instrument instrument, long last, long previous) {
        terminal.tick(instrument, last, previous, Math.round(Math.pow(10, 4 + random.nextDouble() * 4)));
    }

    /// Half a day of one-minute bars of the first stock.
    public void bars() {
        long[][] bars = new long[210][];
        long close = 139_500;
        long start = 1_789_970_000_000L / 60_000 * 60_000 - bars.length * 60_000L;
        for (int i = 0; i < bars.length; i++) {
            long open = close;
            close = Math.max(100, open + Math.round(random.nextGaussian() * 90 + 6));
            long high = Math.max(open, close) + random.nextInt(70);
            long low = Math.min(open, close) - random.nextInt(70);
            bars[i] = new long[] {start + i * 60_000L, open, high, low, close, 20_000 + random.nextInt(60_000)};
        }
        instruments.forEach(instrument -> terminal.bars(instrument, new ArrayBars(Timeframe.M1, bars)));
    }

    /// Orders in several states, two open positions and a closed one, signals and notices.
    public void day() {
        Instrument reliance = instruments.get(2);
        terminal.order(order("D1", reliance, Side.BUY, 50, 140_900), OrderStatus.FILLED, 50, "");
        terminal.order(order("D2", Instruments.NIFTY_CALL, Side.BUY, 130, 27_950), OrderStatus.OPEN, 0, "");
        terminal.order(order("D3", instruments.get(5), Side.SELL, 100, 152_900), OrderStatus.PARTIALLY_FILLED, 40, "");
        terminal.order(
                order("D4", instruments.get(7), Side.BUY, 10, 99_000),
                OrderStatus.REJECTED,
                0,
                "Price above the upper circuit limit");
        position(0, reliance, 50, 140_900, 141_260, 0, 18_000);
        position(1, Instruments.NIFTY_CALL, -65, 29_120, 28_465, 0, 42_575);
        position(2, instruments.get(5), 0, 0, 152_310, -1_23_450, 0);
        signal(1, reliance, "MOMENTUM_LONG", 141_110, 0.82);
        signal(2, instruments.get(9), "MOMENTUM_LONG", 41_310, 0.71);
        terminal.events()
                .add(new UiEvent.Notice(
                        UiEvent.Level.INFO, "MAS-1", "108,412 instruments loaded from this morning's file.", ""));
    }

    private static OrderRequest order(String id, Instrument instrument, Side side, long quantity, long price) {
        return new OrderRequest(
                new ClientOrderId(id),
                TradingMode.DEMO,
                instrument,
                0,
                side,
                OrderType.LIMIT,
                Product.INTRADAY,
                Validity.DAY,
                quantity,
                price,
                0);
    }

    private void position(
            int row, Instrument instrument, long net, long average, long last, long realised, long unrealised) {
        terminal.positions()
                .put(
                        row,
                        new PositionRow(
                                row,
                                TradingMode.DEMO,
                                Product.INTRADAY,
                                instrument,
                                terminal.index(instrument),
                                net,
                                average,
                                last,
                                realised,
                                unrealised,
                                1_789_970_000_000L,
                                new BrokerId("angelone")));
    }

    /// A signal of the momentum strategy.
    public Signal signal(long id, Instrument instrument, String type, long price, double confidence) {
        Signal signal = new Signal(
                id,
                "momentum",
                type,
                terminal.index(instrument),
                instrument,
                1_789_969_940_000L,
                1_789_970_000_000L,
                confidence,
                confidence,
                price,
                48_200,
                price / 100.0 - 2.4,
                price + 60,
                0.04,
                2.7,
                "Above 1,411.40",
                "Below 1,404.20",
                140_420,
                "Volume 2.7× its 20-bar mean; 0.17 % above VWAP; 0.04 % below the day's high");
        terminal.events().add(new UiEvent.SignalRaised(signal, Lane.CONFIRM));
        return signal;
    }
}
