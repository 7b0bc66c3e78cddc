package in.sauda.app.lists;

import in.sauda.app.settings.Settings.Entry;
import in.sauda.app.settings.Settings.UserList;
import in.sauda.app.watchlist.SymbolLists;
import in.sauda.core.candles.BarSeries;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.domain.OptionType;
import in.sauda.core.feed.SubscriptionRow;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentDirectory;
import in.sauda.core.options.OptionContracts;
import in.sauda.core.options.Underlying;
import in.sauda.core.universe.DailyFacts;
import in.sauda.core.universe.LiveLists;
import in.sauda.core.universe.ShareFacts;
import in.sauda.core.universe.WatchFilter;
import in.sauda.core.view.QuoteRow;
import in.sauda.core.view.Terminal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Finds the members of lists out of masters, live prices and daily bars. FX thread only.
final class ListMembers {
    private static final int DEEPEST = 4;

    /// Members of a list with what is to be said about them.
    ///
    /// @param needs instruments whose prices the list needs besides its members
    record Found(List<Instrument> members, List<Instrument> needs, String words) {
        static Found of(List<Instrument> members) {
            return new Found(members, List.of(), "");
        }
    }

    private final Terminal terminal;
    private final InstrumentDirectory directory;
    private final Function<String, Optional<UserList>> lists;
    private final Map<Instrument, BarSeries> days = new HashMap<>();
    private OptionContracts contracts = OptionContracts.NONE;
    private List<Instrument> futures = List.of();

    /// @param lists of a name
    ListMembers(Terminal terminal, InstrumentDirectory directory, Function<String, Optional<UserList>> lists) {
        this.terminal = terminal;
        this.directory = directory;
        this.lists = lists;
    }

    /// Takes over what the masters hold now.
    void masters(OptionContracts known, List<Instrument> knownFutures) {
        contracts = known;
        futures = knownFutures;
    }

    Found of(UserList list) {
        return of(list, 0);
    }

    private Found of(UserList list, int depth) {
        Optional<ListKind> kind = ListKind.named(list.kind());
        if (kind.isEmpty()) {
            return new Found(List.of(), List.of(), "This version does not know lists of the kind " + list.kind() + ".");
        }
        return switch (kind.get()) {
            case INDEX -> Found.of(fixed(list));
            case TOP_VOLUME -> Found.of(LiveLists.topByVolume(streamed(), this::quote, number(list, "most", 50)));
            case NEAR_MONEY -> nearTheMoney(list);
            case EVERYTHING -> everything(list);
            case PORTFOLIO -> portfolio(list);
            case FILTER -> filtered(list, depth);
        };
    }

    private List<Instrument> fixed(UserList list) {
        List<Instrument> members = new ArrayList<>();
        for (Entry entry : list.entries()) {
            entry.known()
                    .flatMap(directory::find)
                    .filter(instrument -> instrument.symbol().equals(entry.symbol()))
                    .ifPresent(members::add);
        }
        return members;
    }

    private List<Instrument> streamed() {
        return terminal.subscriptions().rows().stream()
                .map(SubscriptionRow::instrument)
                .toList();
    }

    private Found nearTheMoney(UserList list) {
        Optional<Underlying> underlying = underlying(list);
        if (underlying.isEmpty()) {
            return unknown(list);
        }
        List<Instrument> needs = contracts.spot(underlying.get()).stream().toList();
        long price = needs.isEmpty() ? 0 : price(needs.getFirst());
        List<Instrument> members =
                LiveLists.nearTheMoney(contracts, underlying.get(), price, number(list, "side", 5), types(list));
        return new Found(
                members,
                needs,
                price > 0 ? "" : "Waits for a price of " + underlying.get().name() + ".");
    }

    private static Set<OptionType> types(UserList list) {
        Set<OptionType> types = EnumSet.noneOf(OptionType.class);
        String text = value(list, "types").toUpperCase(Locale.ROOT);
        for (OptionType type : OptionType.values()) {
            if (text.contains(type.name())) {
                types.add(type);
            }
        }
        return types.isEmpty() ? EnumSet.allOf(OptionType.class) : types;
    }

    private Found everything(UserList list) {
        Optional<Underlying> underlying = underlying(list);
        if (underlying.isEmpty()) {
            return unknown(list);
        }
        long price = contracts.spot(underlying.get()).map(this::price).orElse(0L);
        return Found.of(LiveLists.everythingOn(contracts, futures, underlying.get(), price, number(list, "most", 100)));
    }

    private static Found unknown(UserList list) {
        return new Found(List.of(), List.of(), "No options on '" + value(list, "underlying") + "' are known.");
    }

    private Optional<Underlying> underlying(UserList list) {
        String wanted = value(list, "underlying").strip();
        return contracts.underlyings().stream()
                .filter(underlying -> underlying.name().equalsIgnoreCase(wanted))
                .findFirst();
    }

    private Found portfolio(UserList list) {
        List<Instrument> spots = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (String symbol : words(value(list, "symbols"))) {
            SymbolLists.find(directory, symbol).ifPresentOrElse(spots::add, () -> unknown.add(symbol));
        }
        List<Instrument> members = LiveLists.acrossKinds(contracts, spots, this::price, number(list, "most", 20));
        return new Found(
                members, List.of(), unknown.isEmpty() ? "" : "In no master: " + String.join(", ", unknown) + ".");
    }

    private Found filtered(UserList list, int depth) {
        Optional<UserList> base = lists.apply(value(list, "base").strip());
        if (base.isEmpty() || depth >= DEEPEST) {
            return new Found(List.of(), List.of(), "Name the list to choose from.");
        }
        List<ShareFacts> shares = of(base.get(), depth + 1).members().stream()
                .map(share -> facts(share, base.get()))
                .toList();
        long dated = shares.stream()
                .filter(share -> !Double.isNaN(share.days().averageValueCrore()))
                .count();
        WatchFilter.Outcome outcome = filter(list).apply(shares);
        String turned = outcome.turnedAway().entrySet().stream()
                .map(entry -> entry.getValue() + " by " + entry.getKey())
                .collect(Collectors.joining(", "));
        String words = outcome.passed().size() + " of " + shares.size() + " pass"
                + (turned.isEmpty() ? "" : "; turned away: " + turned)
                + (dated < shares.size() ? ". Daily history of " + dated + " is here, the rest is being read" : "")
                + ".";
        return new Found(
                outcome.passed().stream().map(ShareFacts::instrument).toList(),
                shares.stream().map(ShareFacts::instrument).toList(),
                words);
    }

    private ShareFacts facts(Instrument share, UserList base) {
        QuoteRow quote = quote(share);
        return new ShareFacts(
                share,
                industry(base, share),
                marketCap(base, share),
                quote == null ? Double.NaN : quote.changePercent(),
                days(share));
    }

    /// What is known of a share's days; asks for its daily history the first time.
    DailyFacts days(Instrument share) {
        return DailyFacts.of(days.computeIfAbsent(share, wanted -> terminal.bars(wanted, Timeframe.D1)));
    }

    private static WatchFilter filter(UserList list) {
        return new WatchFilter(
                decimal(list, "sector"),
                decimal(list, "cap"),
                decimal(list, "value"),
                decimal(list, "change"),
                decimal(list, "volume"),
                Set.copyOf(words(value(list, "include").toUpperCase(Locale.ROOT))),
                Set.copyOf(words(value(list, "exclude").toUpperCase(Locale.ROOT))));
    }

    /// Sector of a share, as the imported file told it; empty where none did.
    static String industry(UserList list, Instrument share) {
        String told = value(list, share.symbol());
        int tab = told.indexOf('\t');
        return tab < 0 ? told : told.substring(0, tab);
    }

    private static double marketCap(UserList list, Instrument share) {
        String told = value(list, share.symbol());
        int tab = told.indexOf('\t');
        return tab < 0 ? Double.NaN : Double.parseDouble(told.substring(tab + 1));
    }

    @Nullable
    QuoteRow quote(Instrument instrument) {
        return terminal.quotes().get(terminal.index(instrument));
    }

    private long price(Instrument instrument) {
        QuoteRow quote = quote(instrument);
        return quote == null ? 0 : quote.lastPrice();
    }

    static String value(UserList list, String key) {
        return list.values().getOrDefault(key, "");
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split("[,;\\s]+"))
                .filter(word -> !word.isBlank())
                .distinct()
                .toList();
    }

    private static int number(UserList list, String key, int usual) {
        double value = decimal(list, key);
        return Double.isNaN(value) ? usual : Math.clamp((long) value, 0, 1_000);
    }

    /// NaN where nothing, or no number, stands.
    private static double decimal(UserList list, String key) {
        try {
            String text = value(list, key).replace(",", "").strip();
            return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
        } catch (NumberFormatException notANumber) {
            return Double.NaN;
        }
    }
}
