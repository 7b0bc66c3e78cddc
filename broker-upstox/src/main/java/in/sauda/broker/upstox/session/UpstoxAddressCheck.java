package in.sauda.broker.upstox.session;

import com.fasterxml.jackson.databind.JsonNode;
import in.sauda.broker.upstox.rest.Endpoint;
import in.sauda.broker.upstox.rest.HttpTransport;
import in.sauda.broker.upstox.rest.Request;
import in.sauda.broker.upstox.rest.UpstoxEndpoints;
import in.sauda.core.broker.AddressCheck;
import in.sauda.core.broker.BrokerException;
import java.util.List;
import java.util.stream.Stream;

/// Compares the address this computer is seen from with those registered with the app, which the broker tells.
record UpstoxAddressCheck(UpstoxEndpoints endpoints, HttpTransport transport, Calls calls) implements AddressCheck {
    @Override
    public Report check() throws BrokerException {
        if (endpoints.publicIp().isEmpty()) {
            return new Report(
                    Verdict.NOT_NEEDED,
                    "",
                    "",
                    false,
                    "This session does not talk to Upstox itself, so no address is checked.");
        }
        List<String> registered = calls.read(Request.of(Endpoint.STATIC_ADDRESS), UpstoxAddressCheck::addresses);
        String seen = transport.text(endpoints.publicIp());
        if (registered.isEmpty()) {
            return new Report(
                    Verdict.NOT_ENTERED,
                    seen,
                    "",
                    false,
                    "Orders leave from " + seen + ", and no address is registered with the app at Upstox.");
        }
        boolean same = registered.contains(seen);
        return new Report(
                same ? Verdict.MATCHES : Verdict.DIFFERS,
                seen,
                String.join(", ", registered),
                false,
                same
                        ? "Orders leave from " + seen + ", an address registered at Upstox."
                        : "Orders would leave from " + seen + ", but " + String.join(" and ", registered)
                                + " is registered: Upstox will refuse them.");
    }

    private static List<String> addresses(JsonNode data) {
        return Stream.of("primary_ip", "secondary_ip")
                .map(name -> data.path(name).isNull() ? "" : data.path(name).asText(""))
                .filter(address -> !address.isBlank())
                .toList();
    }
}
