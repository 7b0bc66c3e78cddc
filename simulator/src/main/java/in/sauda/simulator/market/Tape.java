package in.sauda.simulator.market;

import in.sauda.core.calendar.Phase;
import in.sauda.simulator.master.Contract;
import java.util.ArrayList;
import java.util.List;

/// One contract's day, played slot by slot: quotes, trades, the day's figures.
///
/// What it prints depends only on its specification and the slots it was stepped through, never on who watches. Owned
/// by one thread.
///
/// Longer than a class should be because half of it only reads the figures out.
public final class Tape {
    private static final double OPEN_AUCTION_SHARE = 0.012;
    private static final double CLOSE_AUCTION_SHARE = 0.05;

    private final TapeSpec spec;
    private final Contract contract;
    private final double openInterestDrift;
    private int slot = -1;
    private int lastTradeSlot = -1;
    private int quoteSlot;
    private long last;
    private long lastQuantity;
    private long volume;
    private double turnover;
    private long open;
    private long high;
    private long low;
    private long bid;
    private long ask;
    private boolean openPrinted;
    private boolean closePrinted;

    Tape(TapeSpec spec) {
        this.spec = spec;
        this.contract = spec.contract();
        this.last = spec.previousClose();
        this.openInterestDrift = -0.06 + 0.18 * Noise.uniform(Noise.hash(spec.key(), 31));
        quote(0);
    }

    /// Plays up to and including this slot in steps of one; slots already played are skipped.
    ///
    /// @return true when a quote or a trade changed
    boolean advanceTo(int target) {
        boolean changed = false;
        while (slot < target) {
            changed |= step(slot + 1, 1);
        }
        return changed;
    }

    /// Plays one slot that stands for {@code stride} slots.
    boolean step(int now, int stride) {
        slot = now;
        return contract.kind() == Contract.Kind.INDEX ? indexStep() : tradedStep(stride);
    }

    private boolean indexStep() {
        if (slot % Slots.PER_SECOND != 0) {
            return false;
        }
        SessionPlan plan = spec.plan();
        boolean auction = plan.closeAuctionSlot() >= 0;
        int cashEnd = auction ? plan.continuousEnd() - 15 * Slots.PER_MINUTE : plan.continuousEnd();
        if (plan.openAuctionSlot() >= 0 && slot < plan.openAuctionSlot()) {
            return false;
        }
        if (closePrinted) {
            return false;
        }
        boolean frozen = slot >= cashEnd && auction && slot < plan.closeAuctionSlot();
        closePrinted = slot >= cashEnd && !frozen;
        int priced = closePrinted ? plan.closeSlot() : frozen ? cashEnd - 1 : slot;
        record(contract.onTick(spec.fair().at(priced)), 0, slot);
        return true;
    }

    private boolean tradedStep(int stride) {
        SessionPlan plan = spec.plan();
        if (!openPrinted && plan.openAuctionSlot() >= 0 && slot >= plan.openAuctionSlot()) {
            openPrinted = true;
            return auction(slot, OPEN_AUCTION_SHARE);
        }
        if (!closePrinted && slot >= plan.closeSlot()) {
            closePrinted = true;
            return auction(plan.closeSlot(), plan.closeAuctionSlot() >= 0 ? CLOSE_AUCTION_SHARE : 0);
        }
        if (!plan.continuous(slot)) {
            return false;
        }
        long dice = Noise.hash(spec.key(), slot);
        double chance = Math.min(1, spec.liquidity().updateProbability() * stride);
        if (Noise.uniform(dice) >= chance) {
            return false;
        }
        quote(slot);
        trade(dice, stride / chance);
        return true;
    }

    /// All orders of an auction trade at one price.
    private boolean auction(int pricedSlot, double dayShare) {
        long price = clamp(contract.onTick(spec.fair().at(pricedSlot)));
        quote(pricedSlot);
        record(price, wholeLots(spec.liquidity().unitsPerDay() * dayShare), slot);
        return true;
    }

    private void trade(long dice, double slotsWaited) {
        long second = Noise.hash(dice, 7);
        long price = (second & 1) == 0 ? bid : ask;
        double expected = spec.liquidity().unitsPerDay()
                * spec.volumes().share(slot)
                * spec.activity().at(slot)
                * slotsWaited;
        double size = Math.exp(0.8 * Noise.normal(second) - 0.32);
        record(price, wholeLots(expected * size), slot);
    }

    private long wholeLots(double units) {
        int lot = contract.lotSize();
        return Math.max(1, Math.round(units / lot)) * lot;
    }

    private void record(long price, long quantity, int tradeSlot) {
        last = price;
        lastQuantity = quantity;
        volume += quantity;
        turnover += (double) price * quantity;
        lastTradeSlot = tradeSlot;
        if (open == 0) {
            open = price;
            high = price;
            low = price;
        }
        high = Math.max(high, price);
        low = Math.min(low, price);
    }

    private void quote(int pricedSlot) {
        quoteSlot = pricedSlot;
        if (contract.kind() == Contract.Kind.INDEX) {
            return;
        }
        double fair = spec.fair().at(pricedSlot) * contract.scale();
        long tick = contract.tick();
        long spreadTicks = Math.max(1, Math.round(fair * spec.liquidity().spreadShare() / tick));
        long bidTicks = (long) Math.floor(fair / tick - (spreadTicks - 1) / 2.0);
        bid = Math.max(tick, clamp(bidTicks * tick));
        ask = Math.min(bid + spreadTicks * tick, Math.max(spec.upperCircuit(), bid + tick));
    }

    private long clamp(long price) {
        return Math.clamp(price, spec.lowerCircuit(), spec.upperCircuit());
    }

    public Contract contract() {
        return contract;
    }

    public int slot() {
        return slot;
    }

    /// Last traded price; the previous close before the first trade.
    public long last() {
        return last;
    }

    public long lastQuantity() {
        return lastQuantity;
    }

    /// Slot of the last trade, -1 before the first.
    public int lastTradeSlot() {
        return lastTradeSlot;
    }

    public long volume() {
        return volume;
    }

    /// Volume-weighted average price of the day, 0 before the first trade.
    public long averagePrice() {
        return volume == 0 ? 0 : Math.round(turnover / volume);
    }

    /// Opening price, 0 before the first trade.
    public long open() {
        return open;
    }

    public long high() {
        return high;
    }

    public long low() {
        return low;
    }

    public long previousClose() {
        return spec.previousClose();
    }

    public long lowerCircuit() {
        return contract.kind() == Contract.Kind.INDEX ? 0 : spec.lowerCircuit();
    }

    public long upperCircuit() {
        return contract.kind() == Contract.Kind.INDEX ? 0 : spec.upperCircuit();
    }

    public long yearHigh() {
        double above = 1.05 + 0.3 * Noise.uniform(Noise.hash(contract.symbol().hashCode(), 41));
        return Math.max(high, contract.onTick(contract.toRupees(spec.previousClose()) * above));
    }

    public long yearLow() {
        double share = 0.6 + 0.3 * Noise.uniform(Noise.hash(contract.symbol().hashCode(), 42));
        long usual = contract.onTick(contract.toRupees(spec.previousClose()) * share);
        return low == 0 ? usual : Math.min(low, usual);
    }

    public long previousOpenInterest() {
        return spec.liquidity().openInterest();
    }

    /// Open interest in units: part of the volume opens or closes positions.
    public long openInterest() {
        return openInterestAfter(volume);
    }

    /// Open interest to be expected at a slot without playing the day up to it.
    public long expectedOpenInterest(int at) {
        return openInterestAfter(Math.round(expectedVolume(at)));
    }

    /// Volume to be expected at a slot without playing the day up to it.
    public double expectedVolume(int at) {
        SessionPlan plan = spec.plan();
        double done = (at - plan.continuousStart()) / (double) (plan.continuousEnd() - plan.continuousStart());
        return spec.liquidity().unitsPerDay() * Math.clamp(done, 0, 1);
    }

    /// What open interest is once that much has been traded today.
    long openInterestAfter(long traded) {
        long before = spec.liquidity().openInterest();
        if (before == 0) {
            return 0;
        }
        double scale = Math.min(1, before / Math.max(1, spec.liquidity().unitsPerDay()));
        long lots = Math.round(traded * openInterestDrift * scale / contract.lotSize());
        return Math.max(contract.lotSize(), before + lots * contract.lotSize());
    }

    public boolean hasDepth() {
        return contract.kind() != Contract.Kind.INDEX
                && spec.plan().phaseAt(Math.max(slot, 0)) != Phase.CLOSED
                && spec.plan().phaseAt(Math.max(slot, 0)) != Phase.POST_CLOSE;
    }

    public Phase phase() {
        return spec.plan().phaseAt(slot);
    }

    /// Price of a level of the simulated book, 0 being the touch; 0 where the level is empty.
    public long bidPrice(int level) {
        long price = bid - level * contract.tick();
        return price < Math.max(contract.tick(), spec.lowerCircuit()) ? 0 : price;
    }

    public long askPrice(int level) {
        long price = ask + level * contract.tick();
        return price > spec.upperCircuit() ? 0 : price;
    }

    public long bidQuantity(int level) {
        return bidPrice(level) == 0 ? 0 : quantity(level, 51);
    }

    public long askQuantity(int level) {
        return askPrice(level) == 0 ? 0 : quantity(level, 61);
    }

    /// The simulated buy side, best first; empty when there is no book.
    public List<BookLevel> bids() {
        return bids(BookLevel.SHOWN);
    }

    /// The same to any depth.
    public List<BookLevel> bids(int shown) {
        List<BookLevel> levels = new ArrayList<>(shown);
        for (int i = 0; hasDepth() && i < shown && bidPrice(i) > 0; i++) {
            levels.add(new BookLevel(bidPrice(i), bidQuantity(i), orders(bidQuantity(i))));
        }
        return levels;
    }

    /// The simulated sell side, best first; empty when there is no book.
    public List<BookLevel> asks() {
        return asks(BookLevel.SHOWN);
    }

    /// The same to any depth.
    public List<BookLevel> asks(int shown) {
        List<BookLevel> levels = new ArrayList<>(shown);
        for (int i = 0; hasDepth() && i < shown && askPrice(i) > 0; i++) {
            levels.add(new BookLevel(askPrice(i), askQuantity(i), orders(askQuantity(i))));
        }
        return levels;
    }

    private long quantity(int level, int salt) {
        double perSlot = spec.liquidity().unitsPerDay() / 45_000;
        double share = 0.3 + 1.6 * Noise.uniform(Noise.hash(spec.key(), quoteSlot, salt + level));
        return wholeLots(6 * perSlot * share * (1 + 0.35 * level));
    }

    /// Number of orders behind a quantity.
    public int orders(long quantity) {
        long perOrder = Math.max(1, contract.lotSize() * (contract.kind() == Contract.Kind.CASH ? 40L : 4L));
        return quantity == 0 ? 0 : (int) Math.min(30_000, 1 + quantity / perOrder);
    }

    public double totalBuyQuantity() {
        return total(71);
    }

    public double totalSellQuantity() {
        return total(72);
    }

    private double total(int salt) {
        if (!hasDepth()) {
            return 0;
        }
        int minute = Math.max(0, slot) / Slots.PER_MINUTE;
        double share = 0.02 + 0.015 * Noise.uniform(Noise.hash(spec.key(), minute, salt));
        return wholeLots(spec.liquidity().unitsPerDay() * share);
    }
}
