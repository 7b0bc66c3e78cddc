package in.sauda.core.broker.support;

import com.fasterxml.jackson.databind.JsonNode;
import in.sauda.core.broker.BrokerFailure;

/// What became of one HTTP exchange.
public sealed interface Reply {
    /// @param data the envelope's payload; a missing node when it was null, an empty string or absent
    record Success(JsonNode data) implements Reply {}

    /// @param mayHaveArrived true when the broker may have acted on the request although we cannot tell: a lost
    ///     or
    ///     unreadable reply, a server error. An order in that state is unknown, not rejected
    record Failure(BrokerFailure failure, boolean mayHaveArrived) implements Reply {}
}
