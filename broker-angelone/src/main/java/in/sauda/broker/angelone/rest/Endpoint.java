package in.sauda.broker.angelone.rest;

/// The REST calls this adapter makes.
public enum Endpoint {
    LOGIN(true, "/rest/auth/angelbroking/user/v1/loginByPassword", RateGroup.LOGIN, false),
    LOGOUT(true, "/rest/secure/angelbroking/user/v1/logout", RateGroup.LOGOUT, false),
    PROFILE(false, "/rest/secure/angelbroking/user/v1/getProfile", RateGroup.PROFILE, true),
    FUNDS(false, "/rest/secure/angelbroking/user/v1/getRMS", RateGroup.FUNDS, true),
    PLACE_ORDER(true, "/rest/secure/angelbroking/order/v1/placeOrder", RateGroup.ORDERS, false),
    MODIFY_ORDER(true, "/rest/secure/angelbroking/order/v1/modifyOrder", RateGroup.ORDERS, false),
    CANCEL_ORDER(true, "/rest/secure/angelbroking/order/v1/cancelOrder", RateGroup.ORDERS, false),
    ORDER_BOOK(false, "/rest/secure/angelbroking/order/v1/getOrderBook", RateGroup.ORDER_BOOK, true),
    POSITIONS(false, "/rest/secure/angelbroking/order/v1/getPosition", RateGroup.POSITIONS, true),
    CANDLES(true, "/rest/secure/angelbroking/historical/v1/getCandleData", RateGroup.CANDLES, true);

    private final boolean post;
    private final String path;
    private final RateGroup group;
    private final boolean read;

    Endpoint(boolean post, String path, RateGroup group, boolean read) {
        this.post = post;
        this.path = path;
        this.group = group;
        this.read = read;
    }

    boolean post() {
        return post;
    }

    public String path() {
        return path;
    }

    RateGroup group() {
        return group;
    }

    /// True when repeating the call changes nothing at the broker, so that it may be retried.
    boolean read() {
        return read;
    }

    boolean secure() {
        return this != LOGIN;
    }
}
