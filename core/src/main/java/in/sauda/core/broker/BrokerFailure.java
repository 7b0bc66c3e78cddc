package in.sauda.core.broker;

/// Why a broker call failed, and what may be done about it.
public sealed interface BrokerFailure {
    /// One plain sentence for the user.
    String sentence();

    /// What the user can do next; may be empty.
    String nextStep();

    /// The broker's code, or one of ours where it has none.
    String code();

    /// Trying again later may help: network, 5xx, rate limit.
    record Retryable(String code, String sentence, String nextStep, long afterMillis) implements BrokerFailure {}

    /// The broker said no.
    record Refused(String code, String sentence, String nextStep) implements BrokerFailure {}

    /// The login is no longer valid.
    record SessionExpired(String code, String sentence, String nextStep) implements BrokerFailure {}

    /// Neither waiting nor logging in will help: wrong host, unreadable answer.
    record Fatal(String code, String sentence, String nextStep) implements BrokerFailure {}
}
