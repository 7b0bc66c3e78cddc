package in.sauda.simulator.angel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import in.sauda.simulator.angel.RateLimiter.Limit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// Authorising sales out of the demat account, as far as it is documented (protocol 1.21): every request succeeds.
final class EdisEndpoints {
    private static final String ROOT = "/rest/secure/angelbroking/edis/v1/";
    private static final String DEPOSITORY = "33200";

    private final AtomicLong sequence = new AtomicLong(2_381_000);
    private final Set<String> requests = ConcurrentHashMap.newKeySet();

    List<Endpoint> all() {
        Limit once = Limit.ofSecond(1);
        return List.of(
                new Endpoint("POST", ROOT + "verifyDis", "edis", once, false, this::verify),
                new Endpoint("POST", ROOT + "generateTPIN", "edis", once, false, this::pin),
                new Endpoint("POST", ROOT + "getTranStatus", "edis", once, false, this::status));
    }

    private JsonNode verify(Call call) throws ApiFailure {
        String isin = Json.text(call.body(), "isin");
        if (isin.length() != 12 || Json.number(call.body(), "quantity") < 1) {
            throw AngelError.AB1007.failure("Invalid isin or quantity");
        }
        String id = Long.toString(sequence.incrementAndGet());
        requests.add(id);
        return Json.object()
                .put("ReqId", id)
                .put("ReturnURL", "http://127.0.0.1/edis/return")
                .put("DPId", DEPOSITORY)
                .put("BOID", "1203320018563571")
                .put("TransDtls", "simulated " + isin)
                .put("version", "1.1");
    }

    private JsonNode pin(Call call) throws ApiFailure {
        known(call);
        return NullNode.getInstance();
    }

    private JsonNode status(Call call) throws ApiFailure {
        String id = known(call);
        return Json.object()
                .put("ReqId", id)
                .put("ReqType", "D")
                .put("ResId", "1" + id)
                .put("ResStatus", "success")
                .put("ResTime", "")
                .put("ResError", "")
                .put("Remarks", "");
    }

    private String known(Call call) throws ApiFailure {
        String id = Json.text(call.body(), "ReqId");
        if (!requests.contains(id)) {
            throw AngelError.AB1007.failure("Invalid ReqId");
        }
        return id;
    }
}
