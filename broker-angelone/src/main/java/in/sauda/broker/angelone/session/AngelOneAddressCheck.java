package in.sauda.broker.angelone.session;

import in.sauda.broker.angelone.rest.AngelOneEndpoints;
import in.sauda.broker.angelone.rest.AngelOneErrors;
import in.sauda.broker.angelone.rest.HttpTransport;
import in.sauda.core.broker.AddressCheck;
import in.sauda.core.broker.BrokerException;
import java.util.regex.Pattern;

/// Asks a service outside from which address it is called, the way an order would go, and compares.
///
/// @param registered the address registered for the API key, as entered at login, may be empty
record AngelOneAddressCheck(AngelOneEndpoints endpoints, HttpTransport transport, String registered)
        implements AddressCheck {
    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[0-9A-Fa-f:]*:[0-9A-Fa-f:.]+");

    @Override
    public Report check() throws BrokerException {
        if (endpoints.publicIp().isEmpty()) {
            return new Report(
                    Verdict.NOT_NEEDED,
                    "",
                    registered,
                    transport.proxied(),
                    "This session does not talk to Angel One itself, so no address is checked.");
        }
        String seen = transport.orderPathText(endpoints.publicIp());
        if (!ADDRESS.matcher(seen).matches()) {
            throw new BrokerException(AngelOneErrors.addressService("its answer is not an address"));
        }
        return report(seen);
    }

    private Report report(String seen) {
        boolean overProxy = transport.proxied();
        String way = overProxy ? "over the order proxy from " : "from ";
        if (registered.isEmpty()) {
            return new Report(
                    Verdict.NOT_ENTERED,
                    seen,
                    registered,
                    overProxy,
                    "Orders leave " + way + seen + "; enter the registered address to have it compared.");
        }
        boolean same = seen.equals(registered);
        return new Report(
                same ? Verdict.MATCHES : Verdict.DIFFERS,
                seen,
                registered,
                overProxy,
                same
                        ? "Orders leave " + way + seen + ", the address registered at Angel One."
                        : "Orders would leave " + way + seen + ", but " + registered
                                + " is registered: Angel One will refuse them.");
    }
}
