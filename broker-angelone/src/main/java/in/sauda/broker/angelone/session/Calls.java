package in.sauda.broker.angelone.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import in.sauda.broker.angelone.mapping.UnreadableException;
import in.sauda.broker.angelone.rest.AngelOneErrors;
import in.sauda.broker.angelone.rest.Endpoint;
import in.sauda.broker.angelone.rest.RestClient;
import in.sauda.core.broker.BrokerException;
import in.sauda.core.broker.support.Reply;
import in.sauda.core.broker.support.Urgency;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// Calls whose replies are mapped at once, so that an answer nobody understands is a failure like any other.
final class Calls {
    private static final long WRITE_QUEUE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final RestClient client;

    Calls(RestClient client) {
        this.client = client;
    }

    <T> T read(Endpoint endpoint, Function<JsonNode, T> mapping) throws BrokerException {
        return read(endpoint, JsonNodeFactory.instance.objectNode(), mapping);
    }

    <T> T read(Endpoint endpoint, JsonNode body, Function<JsonNode, T> mapping) throws BrokerException {
        return mapped(client.read(endpoint, body), mapping);
    }

    /// Reads, and takes one of the broker's codes for "nothing there".
    <T> T readUnless(String nothing, Endpoint endpoint, JsonNode body, Function<JsonNode, T> mapping)
            throws BrokerException {
        try {
            return read(endpoint, body, mapping);
        } catch (BrokerException refused) {
            if (refused.failure().code().equals(nothing)) {
                return mapping.apply(MissingNode.getInstance());
            }
            throw refused;
        }
    }

    private static <T> T mapped(JsonNode data, Function<JsonNode, T> mapping) throws BrokerException {
        try {
            return mapping.apply(data);
        } catch (UnreadableException strange) {
            throw new BrokerException(AngelOneErrors.unreadable(String.valueOf(strange.getMessage())), strange);
        }
    }

    /// Like {@link #writeOnce(Endpoint, JsonNode, String)}; an answer nobody understands leaves the outcome
    /// unknown.
    <T> T writeOnce(Endpoint endpoint, JsonNode body, String what, Function<JsonNode, T> mapping)
            throws BrokerException {
        JsonNode data = writeOnce(endpoint, body, what);
        try {
            return mapped(data, mapping);
        } catch (BrokerException strange) {
            throw new BrokerException(AngelOneErrors.unknownOutcome(what, strange.failure()), strange);
        }
    }

    /// Sends something that changes the account, once.
    ///
    /// @param what how the request is called in the sentence that says its outcome is not known
    /// @throws BrokerException when it was refused, not sent, or nobody knows
    JsonNode writeOnce(Endpoint endpoint, JsonNode body, String what) throws BrokerException {
        if (!client.reserve(endpoint, Urgency.USUAL, WRITE_QUEUE_NANOS)) {
            throw new BrokerException(AngelOneErrors.notSent());
        }
        return switch (client.writeOnce(endpoint, body)) {
            case Reply.Success success -> success.data();
            case Reply.Failure failure
            when failure.mayHaveArrived() ->
                throw new BrokerException(AngelOneErrors.unknownOutcome(what, failure.failure()));
            case Reply.Failure failure -> throw new BrokerException(failure.failure());
        };
    }
}
