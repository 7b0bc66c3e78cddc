package in.sauda.simulator.upstox;

/// What a client needs to log in on the Upstox wire. Not secret: it opens nothing but a game on loopback.
///
/// @param redirectUri registered with the app; every other port of loopback with the same path is taken, too
/// @param userId the account's client code
public record UpstoxApp(String clientId, String clientSecret, String redirectUri, String userId) {
    public static final UpstoxApp DEMO = new UpstoxApp(
            "615b1297-d443-3b39-ba19-1927fbcdddc7", "7yk2n9w4sd", "http://127.0.0.1:8765/upstox", "AB1234");
}
