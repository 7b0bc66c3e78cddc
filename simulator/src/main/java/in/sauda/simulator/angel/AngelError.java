package in.sauda.simulator.angel;

/// Error codes of the wire with their usual texts (protocol 1.22).
enum AngelError {
    AG8001("Invalid Token"),
    AG8002("Token Expired"),
    AG8003("Token missing"),
    AG8004("Invalid API Key"),
    /// Suspected, not confirmed: what an order from an address that is not registered gets.
    AG7002("Request from an unregistered IP address"),
    AB8050("Invalid Refresh Token"),
    AB8051("Refresh Token Expired"),
    AB1004("Something Went Wrong, Please Try After Sometime"),
    AB1007("Invalid user id or password"),
    AB1008("Invalid Order Variety. Value should be NORMAL, STOPLOSS, ROBO."),
    AB1009("Symbol Not Found"),
    AB1012("Invalid Product Type"),
    AB1013("Order not found"),
    AB1017("Position Conversion Failed"),
    AB1018("Failed to get symbol details"),
    AB1050("Invalid totp"),
    AB2001("Internal Error, Please Try After Sometime"),
    AB4008("ordertag length should be less than 20 characters"),
    AB4018("Symbol token cannot be empty"),
    AB9002("Method not allowed"),
    AB9004("Invalid status array size"),
    AB9006("Invalid order quantity"),
    AB9007("Invalid disclosed quantity"),
    AB9008("Invalid price"),
    AB9009("Invalid trigger price"),
    AB9010("Invalid exchange segment"),
    AB9011("Invalid symbol token"),
    AB9012("Invalid trading symbol"),
    AB9013("Invalid rule id"),
    AB9014("Invalid order side"),
    AB9015("Invalid product type"),
    AB9016("Invalid time period"),
    AB9017("Invalid page value"),
    AB9018("Invalid count value"),
    AB9019("No Data Available");

    private final String text;

    AngelError(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    /// Errors of the gateway come in their own envelope.
    boolean gateway() {
        return name().startsWith("AG");
    }

    ApiFailure failure() {
        return new ApiFailure(name(), text, gateway());
    }

    ApiFailure failure(String message) {
        return new ApiFailure(name(), message, gateway());
    }
}
