package in.sauda.broker.angelone.rest;

/// The REST calls this adapter makes.
public enum Endpoint {
    LOGIN(Verb.POST, "/rest/auth/angelbroking/user/v1/loginByPassword", RateGroup.LOGIN, Kind.SESSION),
    GENERATE_TOKENS(Verb.POST, "/rest/auth/angelbroking/jwt/v1/generateTokens", RateGroup.TOKENS, Kind.SESSION),
    LOGOUT(Verb.POST, "/rest/secure/angelbroking/user/v1/logout", RateGroup.LOGOUT, Kind.SESSION),
    PROFILE(Verb.GET, "/rest/secure/angelbroking/user/v1/getProfile", RateGroup.PROFILE, Kind.READ),
    FUNDS(Verb.GET, "/rest/secure/angelbroking/user/v1/getRMS", RateGroup.FUNDS, Kind.READ),
    PLACE_ORDER(Verb.POST, "/rest/secure/angelbroking/order/v1/placeOrder", RateGroup.ORDERS, Kind.ORDER),
    MODIFY_ORDER(Verb.POST, "/rest/secure/angelbroking/order/v1/modifyOrder", RateGroup.ORDERS, Kind.ORDER),
    CANCEL_ORDER(Verb.POST, "/rest/secure/angelbroking/order/v1/cancelOrder", RateGroup.ORDERS, Kind.ORDER),
    ORDER_BOOK(Verb.GET, "/rest/secure/angelbroking/order/v1/getOrderBook", RateGroup.ORDER_BOOK, Kind.READ),
    ORDER_DETAILS(Verb.GET, "/rest/secure/angelbroking/order/v1/details/", RateGroup.ORDER_DETAILS, Kind.READ),
    TRADE_BOOK(Verb.GET, "/rest/secure/angelbroking/order/v1/getTradeBook", RateGroup.TRADE_BOOK, Kind.READ),
    POSITIONS(Verb.GET, "/rest/secure/angelbroking/order/v1/getPosition", RateGroup.POSITIONS, Kind.READ),
    CONVERT_POSITION(Verb.POST, "/rest/secure/angelbroking/order/v1/convertPosition", RateGroup.CONVERSION, Kind.WRITE),
    HOLDINGS(Verb.GET, "/rest/secure/angelbroking/portfolio/v1/getHolding", RateGroup.HOLDINGS, Kind.READ),
    ALL_HOLDINGS(Verb.GET, "/rest/secure/angelbroking/portfolio/v1/getAllHolding", RateGroup.ALL_HOLDINGS, Kind.READ),
    SEARCH(Verb.POST, "/rest/secure/angelbroking/order/v1/searchScrip", RateGroup.SEARCH, Kind.READ),
    LAST_PRICE(Verb.POST, "/rest/secure/angelbroking/order/v1/getLtpData", RateGroup.LAST_PRICE, Kind.READ),
    QUOTES(Verb.POST, "/rest/secure/angelbroking/market/v1/quote/", RateGroup.QUOTES, Kind.READ),
    CANDLES(Verb.POST, "/rest/secure/angelbroking/historical/v1/getCandleData", RateGroup.CANDLES, Kind.READ),
    OPEN_INTEREST(Verb.POST, "/rest/secure/angelbroking/historical/v1/getOIData", RateGroup.CANDLES, Kind.READ),
    OPTION_GREEKS(Verb.POST, "/rest/secure/angelbroking/marketData/v1/optionGreek", RateGroup.ANALYTICS, Kind.READ),
    MOVERS(Verb.POST, "/rest/secure/angelbroking/marketData/v1/gainersLosers", RateGroup.ANALYTICS, Kind.READ),
    PUT_CALL_RATIO(Verb.GET, "/rest/secure/angelbroking/marketData/v1/putCallRatio", RateGroup.ANALYTICS, Kind.READ),
    BUILD_UP(Verb.POST, "/rest/secure/angelbroking/marketData/v1/OIBuildup", RateGroup.ANALYTICS, Kind.READ),
    NSE_INTRADAY(Verb.GET, "/rest/secure/angelbroking/marketData/v1/nseIntraday", RateGroup.ANALYTICS, Kind.READ),
    BSE_INTRADAY(Verb.GET, "/rest/secure/angelbroking/marketData/v1/bseIntraday", RateGroup.ANALYTICS, Kind.READ),
    CAUTIONARY(Verb.GET, "/rest/secure/angelbroking/securities/v1/cautionaryScrips", RateGroup.ANALYTICS, Kind.READ),
    MARGIN(Verb.POST, "/rest/secure/angelbroking/margin/v1/batch", RateGroup.MARGIN, Kind.READ),
    CHARGES(Verb.POST, "/rest/secure/angelbroking/brokerage/v1/estimateCharges", RateGroup.CHARGES, Kind.READ),
    CREATE_RULE(Verb.POST, "/rest/secure/angelbroking/gtt/v1/createRule", RateGroup.TRIGGER_WRITES, Kind.ORDER),
    MODIFY_RULE(Verb.POST, "/rest/secure/angelbroking/gtt/v1/modifyRule", RateGroup.TRIGGER_WRITES, Kind.ORDER),
    CANCEL_RULE(Verb.POST, "/rest/secure/angelbroking/gtt/v1/cancelRule", RateGroup.TRIGGER_WRITES, Kind.ORDER),
    RULE_DETAILS(Verb.POST, "/rest/secure/angelbroking/gtt/v1/ruleDetails", RateGroup.TRIGGER_READS, Kind.READ),
    RULE_LIST(Verb.POST, "/rest/secure/angelbroking/gtt/v1/ruleList", RateGroup.TRIGGER_READS, Kind.READ);

    private enum Verb {
        GET,
        POST
    }

    private enum Kind {
        /// Changes nothing at the broker and may be repeated.
        READ,
        /// Changes something and is sent once.
        WRITE,
        /// Like WRITE, and accepted from the registered address only.
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

    boolean post() {
        return verb == Verb.POST;
    }

    /// Path below the root; an id follows where it ends in {@code details/}.
    public String path() {
        return path;
    }

    RateGroup group() {
        return group;
    }

    /// True when repeating the call changes nothing at the broker, so that it may be retried.
    boolean read() {
        return kind == Kind.READ;
    }

    /// True for calls the broker takes from the registered address only.
    boolean order() {
        return kind == Kind.ORDER;
    }
}
