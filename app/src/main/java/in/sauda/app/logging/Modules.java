package in.sauda.app.logging;

import java.util.List;
import java.util.Map;

/// Which module a logger belongs to; each has a log file of its own.
public final class Modules {
    public static final String SERVICE = "sauda";

    private static final Map<String, String> BY_PREFIX = Map.of(
            "in.sauda.broker.angelone", "angelone",
            "in.sauda.broker.upstox", "upstox",
            "in.sauda.simulator", "simulator",
            "org.eclipse.jetty", "simulator",
            "in.sauda.core.storage", "storage",
            "org.flywaydb", "storage",
            "com.zaxxer.hikari", "storage",
            "org.h2", "storage");

    private Modules() {}

    public static List<String> all() {
        return List.of(SERVICE, "angelone", "upstox", "simulator", "storage");
    }

    /// The service's own file for every logger nobody else claims.
    public static String of(String logger) {
        return BY_PREFIX.entrySet().stream()
                .filter(entry -> logger.startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(SERVICE);
    }
}
