package in.sauda.simulator.angel;

/// Error codes of the wire with their usual texts (protocol 1.22).
enum AngelError {
    AG8001("Invalid Token"),
    AG8002("Token Expired"),
    AG8003("Token missing"),
    AG8004("Invalid API Key"),
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
