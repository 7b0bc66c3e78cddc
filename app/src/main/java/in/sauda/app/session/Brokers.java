package in.sauda.app.session;

import in.sauda.core.broker.Broker;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/// The adapters on the class path. The app never names one at compile time.
public final class Brokers {
    private Brokers() {}

    public static List<Broker> all() {
        return ServiceLoader.load(Broker.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    /// @throws IllegalArgumentException when there is no such broker
    public static Broker named(String name) {
        return all().stream()
                .filter(broker -> broker.id().value().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no broker called '" + name + "'; known are "
                        + all().stream()
                                .map(broker -> broker.id().value())
                                .sorted()
                                .collect(Collectors.joining(", ")) + "."));
    }
}
