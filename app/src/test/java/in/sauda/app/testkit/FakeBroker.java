package in.sauda.app.testkit;

import in.sauda.core.broker.Broker;
import in.sauda.core.broker.BrokerCapabilities;
import in.sauda.core.broker.BrokerContext;
import in.sauda.core.broker.BrokerException;
import in.sauda.core.broker.BrokerFailure;
import in.sauda.core.broker.BrokerId;
import in.sauda.core.broker.BrokerSession;
import in.sauda.core.broker.CredentialField;
import in.sauda.core.broker.CredentialField.Format;
import in.sauda.core.broker.CredentialField.Kind;
import in.sauda.core.broker.Credentials;
import in.sauda.core.broker.FrameInspector;
import in.sauda.core.broker.InstrumentSource;
import in.sauda.core.broker.LoginStep;
import in.sauda.core.broker.ServerProbe;
import in.sauda.core.broker.StockLists;
import in.sauda.core.broker.TriggerOrders;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A broker that only has a name, a form and capabilities.
public record FakeBroker(BrokerId id, String displayName, boolean login, List<CredentialField> credentialFields)
        implements Broker {
    public static FakeBroker withLogin() {
        return new FakeBroker(
                new BrokerId("angelone"),
                "Angel One",
                true,
                List.of(
                        new CredentialField(
                                "clientcode", "Client code", false, "Your Angel One user id, for example A123456."),
                        new CredentialField(
                                "password",
                                "PIN",
                                Kind.SECRET,
                                "The four digits you log in with on the phone.",
                                true,
                                new Format("[0-9]{4}", "The PIN is four digits."),
                                "SAUDA_FAKE_PIN",
                                Set.of("AB1007")),
                        new CredentialField(
                                "apiKey", "API key", true, "smartapi.angelone.in → My Apps → the app of type Trading."),
                        new CredentialField(
                                "totpSecret",
                                "TOTP secret",
                                Kind.TOTP_SECRET,
                                "smartapi.angelone.in → Enable TOTP; the text below the QR code.",
                                false,
                                new Format("[A-Z2-7]{16,}", "The secret is letters and the digits 2 to 7."),
                                "SAUDA_FAKE_TOKEN",
                                Set.of("AB1050")),
                        new CredentialField(
                                "totp",
                                "Six digits",
                                Kind.TOTP_CODE,
                                "What your authenticator app shows now.",
                                false,
                                new Format("[0-9]{6}", "The code is six digits."),
                                "",
                                Set.of("AB1050"))));
    }

    public static FakeBroker withoutLogin() {
        return new FakeBroker(new BrokerId("upstox"), "Upstox", false, List.of());
    }

    /// What a broker takes whose feed has more levels than five.
    public static BrokerCapabilities withDeepBook(int levels, String condition) {
        return capabilities(true, new BrokerCapabilities.DeepBook(levels, condition));
    }

    @Override
    public BrokerCapabilities capabilities() {
        return capabilities(login, BrokerCapabilities.DeepBook.NONE);
    }

    private static BrokerCapabilities capabilities(boolean login, BrokerCapabilities.DeepBook deepBook) {
        return new BrokerCapabilities(
                login,
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                deepBook,
                1,
                1,
                Map.of(),
                1,
                1,
                0,
                TriggerOrders.Limits.NONE);
    }

    @Override
    public List<LoginStep> loginSteps() {
        return login
                ? List.of(
                        new LoginStep(
                                "Account",
                                "Type what you log in with on the phone.",
                                List.of(),
                                List.of("clientcode", "password")),
                        new LoginStep(
                                "API access",
                                "Open SmartAPI and copy both values.",
                                List.of(new LoginStep.Link(
                                        "Open SmartAPI", URI.create("https://smartapi.angelone.in"))),
                                List.of("apiKey", "totpSecret", "totp")))
                : List.of();
    }

    @Override
    public Optional<ServerProbe> probe(Map<String, String> endpoints) {
        return Optional.empty();
    }

    @Override
    public InstrumentSource instruments(Map<String, String> endpoints) {
        throw new IllegalStateException("this broker has no master");
    }

    @Override
    public Optional<StockLists> stockLists(Map<String, String> endpoints) {
        return Optional.empty();
    }

    @Override
    public Optional<FrameInspector> frameInspector() {
        return Optional.empty();
    }

    @Override
    public BrokerSession open(Credentials credentials, BrokerContext context) throws BrokerException {
        throw new BrokerException(new BrokerFailure.Refused("TEST", "This broker cannot be opened.", ""));
    }
}
