package in.sauda.core.broker;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An adapter's entry, found by {@link java.util.ServiceLoader}.
///
/// Endpoints are overridable by name, so that an adapter can be pointed at any server: {@code rest}, {@code
/// orders} (where orders have a host of their own), {@code stream}, {@code master}, {@code orderUpdates},
/// {@code publicip} (a service that answers with the caller's address) and {@code orderproxy} (a proxy order
/// calls alone go through). An absent name means the broker's own address, and no proxy.
public interface Broker {
    BrokerId id();

    /// Name for people, e.g. {@code Angel One}.
    String displayName();

    BrokerCapabilities capabilities();

    /// The login form, top to bottom; empty when {@link BrokerCapabilities#login()} is false.
    List<CredentialField> credentialFields();

    /// The pages of the login, in order; a field that no page names belongs to the last one.
    List<LoginStep> loginSteps();

    /// A sign of life of the server a login would go to; empty when {@link BrokerCapabilities#login()} is false.
    ///
    /// @throws BrokerException when the addresses cannot be used
    Optional<ServerProbe> probe(Map<String, String> endpoints) throws BrokerException;

    /// The broker's instrument master; needs no login.
    InstrumentSource instruments(Map<String, String> endpoints);

    /// The lists of shares it publishes, or empty where it publishes none; needs no login.
    Optional<StockLists> stockLists(Map<String, String> endpoints);

    /// Decodes single feed frames for people, or empty when the feed has no frames of its own.
    Optional<FrameInspector> frameInspector();

    /// Logs in. Blocks for as long as the broker takes; call it off the engine and UI threads.
    ///
    /// @throws BrokerException when the broker refuses or cannot be reached
    BrokerSession open(Credentials credentials, BrokerContext context) throws BrokerException;
}
