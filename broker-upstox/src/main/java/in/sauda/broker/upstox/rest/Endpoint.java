package in.sauda.broker.upstox.rest;

import java.util.List;

/// The REST calls this adapter makes (protocol 2).
public enum Endpoint {
    TOKEN(Verb.POST, "/v2/login/authorization/token", RateGroup.ACCOUNT, Kind.SESSION),
    LOGOUT(Verb.DELETE, "/v2/logout", RateGroup.ACCOUNT, Kind.SESSION),
    PROFILE(Verb.GET, "/v2/user/profile", RateGroup.ACCOUNT, Kind.READ),
    STATIC_ADDRESS(Verb.GET, "/v2/user/ip", RateGroup.ACCOUNT, Kind.READ),
    FUNDS(Verb.GET, "/v3/user/get-funds-and-margin", RateGroup.PORTFOLIO, Kind.READ),
    FUNDS_V2(Verb.GET, "/v2/user/get-funds-and-margin", RateGroup.PORTFOLIO, Kind.READ),
    POSITIONS(Verb.GET, "/v2/portfolio/short-term-positions", RateGroup.PORTFOLIO, Kind.READ),
    HOLDINGS(Verb.GET, "/v2/portfolio/long-term-holdings", RateGroup.PORTFOLIO, Kind.READ),
    CONVERT_POSITION(Verb.PUT, "/v2/portfolio/convert-position", RateGroup.PORTFOLIO, Kind.WRITE),
    PLACE_ORDER(Verb.POST, "/v3/order/place", RateGroup.ORDERS, Kind.ORDER),
    MODIFY_ORDER(Verb.PUT, "/v3/order/modify", RateGroup.ORDERS, Kind.ORDER),
    CANCEL_ORDER(Verb.DELETE, "/v3/order/cancel", RateGroup.ORDERS, Kind.ORDER),
    PLACE_ORDERS(Verb.POST, "/v2/order/multi/place", RateGroup.ORDER_LISTS, Kind.WRITE),
    CANCEL_ORDERS(Verb.DELETE, "/v2/order/multi/cancel", RateGroup.ORDER_LISTS, Kind.WRITE),
    EXIT_POSITIONS(Verb.POST, "/v2/order/positions/exit", RateGroup.ORDER_LISTS, Kind.WRITE),
    KILL_SWITCHES(Verb.GET, "/v2/user/kill-switch", RateGroup.ACCOUNT, Kind.READ),
    TURN_KILL_SWITCHES(Verb.POST, "/v2/user/kill-switch", RateGroup.ACCOUNT, Kind.WRITE),
    ORDER_BOOK(Verb.GET, "/v2/order/retrieve-all", RateGroup.ORDER_BOOK, Kind.READ),
    ORDER_DETAILS(Verb.GET, "/v2/order/details", RateGroup.ORDER_BOOK, Kind.READ),
    ORDER_HISTORY(Verb.GET, "/v2/order/history", RateGroup.ORDER_BOOK, Kind.READ),
    TRADES(Verb.GET, "/v2/order/trades/get-trades-for-day", RateGroup.ORDER_BOOK, Kind.READ),
    PLACE_RULE(Verb.POST, "/v3/order/gtt/place", RateGroup.ORDERS, Kind.WRITE),
    MODIFY_RULE(Verb.PUT, "/v3/order/gtt/modify", RateGroup.ORDERS, Kind.WRITE),
    CANCEL_RULE(Verb.DELETE, "/v3/order/gtt/cancel", RateGroup.ORDERS, Kind.WRITE),
    RULES(Verb.GET, "/v3/order/gtt", RateGroup.ORDER_BOOK, Kind.READ),
    QUOTES(Verb.GET, "/v2/market-quote/quotes", RateGroup.QUOTES, Kind.READ),
    LAST_PRICES(Verb.GET, "/v3/market-quote/ltp", RateGroup.QUOTES, Kind.READ),
    DAY_PRICES(Verb.GET, "/v3/market-quote/ohlc", RateGroup.QUOTES, Kind.READ),
    GREEKS(Verb.GET, "/v3/market-quote/option-greek", RateGroup.QUOTES, Kind.READ),
    CANDLES(Verb.GET, "/v3/historical-candle/", RateGroup.CANDLES, Kind.READ),
    OPTION_CONTRACTS(Verb.GET, "/v2/option/contract", RateGroup.OPTIONS, Kind.READ),
    OPTION_CHAIN(Verb.GET, "/v2/option/chain", RateGroup.OPTIONS, Kind.READ),
    BROKERAGE(Verb.GET, "/v2/charges/brokerage", RateGroup.CHARGES, Kind.READ),
    MARGIN(Verb.POST, "/v2/charges/margin", RateGroup.CHARGES, Kind.READ),
    MARKET_STATUS(Verb.GET, "/v2/market/status/", RateGroup.MARKET, Kind.READ),
    HOLIDAYS(Verb.GET, "/v2/market/holidays", RateGroup.MARKET, Kind.READ),
    TIMINGS(Verb.GET, "/v2/market/timings/", RateGroup.MARKET, Kind.READ),
    FEED_AUTHORIZE(Verb.GET, "/v3/feed/market-data-feed/authorize", RateGroup.FEED, Kind.READ),
    PORTFOLIO_AUTHORIZE(Verb.GET, "/v2/feed/portfolio-stream-feed/authorize", RateGroup.FEED, Kind.READ);

    enum Verb {
        GET,
        POST,
        PUT,
        DELETE
    }

    private enum Kind {
        /// Changes nothing at the broker and may be repeated.
        READ,
        /// Changes something and is sent once.
        WRITE,
        /// Like WRITE, and has a host of its own.
        ORDER,
        /// Begins or ends a login.
        SESSION
    }

    private final Verb verb;
    private final String path;
    private final RateGroup group;
    private final Kind kind;

    Endpoint(Verb verb, String path, RateGroup group, Kind kind) {
        this.verb = verb;
        this.path = path;
        this.group = group;
        this.kind = kind;
    }

    Verb verb() {
        return verb;
    }

    /// Path below the root; more follows where it ends in a slash.
    public String path() {
        return path;
    }

    RateGroup group() {
        return group;
    }

    /// Every allowance a call takes from, the narrower one first.
    List<RateGroup> groups() {
        return group == RateGroup.ORDER_LISTS ? List.of(group, RateGroup.ORDERS) : List.of(group);
    }

    /// True for calls that send orders, which name the algo behind them.
    boolean namesAlgo() {
        return groups().contains(RateGroup.ORDERS);
    }

    /// True when repeating the call changes nothing at the broker, so that it may be retried.
    boolean read() {
        return kind == Kind.READ;
    }

    boolean order() {
        return kind == Kind.ORDER;
    }
}
