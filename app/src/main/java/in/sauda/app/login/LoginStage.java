package in.sauda.app.login;

/// What a login does, in this order.
public enum LoginStage {
    CONNECT("Reach the broker"),
    LOGIN("Log in"),
    PROFILE("Read the profile"),
    FUNDS("Read the funds"),
    INSTRUMENTS("Know the instruments"),
    FEED("Open the market feed");

    private final String words;

    LoginStage(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
