package in.sauda.app.session;

import in.sauda.core.broker.BrokerId;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Addresses of a broker that somebody wants changed: {@code SAUDA_ANGELONE_REST} and so on, so that an adapter
/// can be pointed at any server.
public final class Endpoints {
    private static final List<String> NAMES =
            List.of("rest", "orders", "stream", "orderUpdates", "master", "publicip", "orderproxy");

    private Endpoints() {}

    public static Map<String, String> of(BrokerId broker) {
        return of(broker, System::getenv);
    }

    /// True when the REST address is one of this computer: whatever answers there, it is not the broker.
    static boolean onLoopback(Map<String, String> endpoints) {
        String rest = endpoints.get("rest");
        if (rest == null) {
            return false;
        }
        String host = URI.create(rest).getHost();
        return host != null && (host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]"));
    }

    static Map<String, String> of(BrokerId broker, UnaryOperator<@Nullable String> environment) {
        Map<String, String> overrides = new HashMap<>();
        for (String name : NAMES) {
            String value = environment.apply("SAUDA_" + (broker.value() + "_" + name).toUpperCase(Locale.ROOT));
            if (value != null && !value.isBlank()) {
                overrides.put(name, value.strip());
            }
        }
        return overrides;
    }
}
