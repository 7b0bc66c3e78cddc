package in.sauda.simulator;

/// What a client needs to log in to the simulator. Not secret: it opens nothing but a game on loopback.
///
/// @param password the four-digit PIN
/// @param totpSecret base32 secret of the one-time passwords
public record SimulatedCredentials(String clientcode, String password, String apiKey, String totpSecret) {
    static final SimulatedCredentials DEMO =
            new SimulatedCredentials("D123456", "1234", "demoKey1", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
}
