package in.sauda.broker.upstox.session;

import com.fasterxml.jackson.databind.JsonNode;
import in.sauda.broker.upstox.mapping.UnreadableException;
import in.sauda.broker.upstox.rest.Request;
import in.sauda.broker.upstox.rest.RestClient;
import in.sauda.broker.upstox.rest.UpstoxErrors;
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

    <T> T read(Request request, Function<JsonNode, T> mapping) throws BrokerException {
        JsonNode data = client.read(request);
        try {
            return mapping.apply(data);
        } catch (UnreadableException strange) {
            throw new BrokerException(UpstoxErrors.unreadable(String.valueOf(strange.getMessage())), strange);
        }
    }

    /// Sends something that changes the account, once.
    ///
    /// @param what how the request is called in the sentence that says its outcome is not known
    /// @throws BrokerException when it was refused, not sent, or nobody knows
    JsonNode writeOnce(Request request, String what) throws BrokerException {
        return writeOnce(request, what, Urgency.USUAL);
    }

    /// @param urgency what ends risk overtakes what begins it
    JsonNode writeOnce(Request request, String what, Urgency urgency) throws BrokerException {
        if (!client.reserve(request.endpoint(), urgency, WRITE_QUEUE_NANOS)) {
            throw new BrokerException(UpstoxErrors.notSent());
        }
        return switch (client.writeOnce(request)) {
            case Reply.Success success -> success.data();
            case Reply.Failure failure ->
                throw new BrokerException(
                        failure.mayHaveArrived()
                                ? UpstoxErrors.unknownOutcome(what, failure.failure())
                                : failure.failure());
        };
    }
}
