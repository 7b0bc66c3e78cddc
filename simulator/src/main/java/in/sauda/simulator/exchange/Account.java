package in.sauda.simulator.exchange;

import in.sauda.core.domain.Side;
import in.sauda.simulator.market.Market;
import in.sauda.simulator.master.Contract;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The client's money, positions and trades. Guarded by the market's lock.
public final class Account {
    private static final double OPENING_CASH = 1_000_000;
    private static final String DELIVERY = "DELIVERY";

    private record Key(Contract contract, String product) {}

    private final Market market;
    private final List<Holding> holdings;
    private final Map<Key, Position> positions = new LinkedHashMap<>();
    private final List<Trade> trades = new ArrayList<>();
    private final ChargeBook charges = new ChargeBook();

    Account(Market market, List<Holding> holdings) {
        this.market = market;
        this.holdings = List.copyOf(holdings);
    }

    void book(Trade trade) {
        OrderSpec spec = trade.order().spec();
        positions
                .computeIfAbsent(
                        new Key(spec.contract(), spec.product()), key -> new Position(key.contract(), key.product()))
                .add(spec.side(), trade.quantity(), trade.price());
        trades.add(trade);
        charges.traded(trade.order());
    }

    /// @param available money for new positions
    /// @return why not, or empty when moved
    Optional<String> convert(Contract contract, String from, String to, Side side, long quantity, double available) {
        Position old = positions.get(new Key(contract, from));
        if (old == null || quantity < 1 || quantity > side.sign() * old.netQuantity()) {
            return Optional.of("The open position is smaller than the quantity to convert");
        }
        double average = side == Side.BUY ? old.buyAverage() : old.sellAverage();
        double more = Margins.required(contract, to, side, quantity, average)
                - Margins.required(contract, from, side, quantity, average);
        if (more > available) {
            return Optional.of(OrderChecks.insufficientFunds(available, more));
        }
        old.moveTo(positions.computeIfAbsent(new Key(contract, to), key -> new Position(contract, to)), quantity);
        return Optional.empty();
    }

    void reset() {
        positions.clear();
        trades.clear();
        charges.reset();
    }

    public Collection<Position> positions() {
        return positions.values();
    }

    public List<Trade> trades() {
        return trades;
    }

    /// What is left of the shares owned in the morning after what was sold today for delivery.
    public List<Holding> holdings() {
        return holdings.stream()
                .map(holding -> {
                    Position position = positions.get(new Key(holding.contract(), DELIVERY));
                    long sold = position == null ? 0 : Math.max(0, -position.netQuantity());
                    return new Holding(
                            holding.contract(), holding.isin(), holding.quantity() - sold, holding.averageRupees());
                })
                .filter(holding -> holding.quantity() > 0)
                .toList();
    }

    /// @param blocked tied up by working orders
    Funds funds(double blocked) {
        return new Funds(
                OPENING_CASH, realised(), holdingSales(), charges.total(), positionMargin(), blocked, unrealised());
    }

    private double holdingSales() {
        return positions.values().stream()
                .filter(Account::deliversShares)
                .mapToDouble(position -> Math.max(0, -position.netQuantity()) * position.sellAverage())
                .sum();
    }

    private static boolean deliversShares(Position position) {
        return position.product().equals(DELIVERY) && position.contract().kind() == Contract.Kind.CASH;
    }

    public double openingCash() {
        return OPENING_CASH;
    }

    public double realised() {
        return positions.values().stream().mapToDouble(Position::realised).sum();
    }

    public double unrealised() {
        return positions.values().stream()
                .mapToDouble(position -> position.unrealised(last(position.contract())))
                .sum();
    }

    public double last(Contract contract) {
        return contract.toRupees(market.tape(contract).last());
    }

    /// Tied up by open positions.
    public double positionMargin() {
        double sum = 0;
        for (Position position : positions.values()) {
            long net = position.netQuantity();
            if (net > 0 || (net < 0 && !deliversShares(position))) {
                double average = net > 0 ? position.buyAverage() : position.sellAverage();
                Side side = net > 0 ? Side.BUY : Side.SELL;
                sum += Margins.required(position.contract(), position.product(), side, Math.abs(net), average);
            }
        }
        return sum;
    }

    /// Tied up by an order: only the part that opens or enlarges a position.
    double orderMargin(OrderSpec spec, long quantity, double price) {
        long closing = Math.max(0, -spec.side().sign() * net(spec));
        long opening = Math.max(0, quantity - closing);
        if (spec.side() == Side.SELL && deliverySale(spec)) {
            return 0;
        }
        return Margins.required(spec.contract(), spec.product(), spec.side(), opening, price);
    }

    private static boolean deliverySale(OrderSpec spec) {
        return spec.product().equals(DELIVERY) && spec.contract().kind() == Contract.Kind.CASH;
    }

    private long net(OrderSpec spec) {
        Position position = positions.get(new Key(spec.contract(), spec.product()));
        return position == null ? 0 : position.netQuantity();
    }

    /// Shares that may be sold for delivery: holdings and today's delivery purchases.
    long sellable(OrderSpec spec) {
        long held = holdings.stream()
                .filter(holding -> holding.contract().equals(spec.contract()))
                .mapToLong(Holding::quantity)
                .sum();
        return held + net(spec);
    }
}
