package in.sauda.core.broker;

/// Compares the public internet address orders come from with the one registered at the broker: orders from
/// another address are refused. Blocks.
public interface AddressCheck {
    /// @throws BrokerException when the public address cannot be found out
    Report check() throws BrokerException;

    enum Verdict {
        MATCHES,
        DIFFERS,
        /// The registered address was never entered, so there is nothing to compare with.
        NOT_ENTERED,
        /// The session does not talk to the broker itself, so no address is checked.
        NOT_NEEDED
    }

    /// @param seen the address as a server outside sees it; empty when not needed
    /// @param registered as entered at login, may be empty
    /// @param overProxy true when orders leave through a proxy of their own
    /// @param sentence one plain sentence for the user
    record Report(Verdict verdict, String seen, String registered, boolean overProxy, String sentence) {}
}
