package in.sauda.app.fx;

/// Something that was attached and can be taken off again.
@FunctionalInterface
public interface Registration {
    void remove();

    /// One registration that removes all of these.
    static Registration all(Registration... registrations) {
        return () -> {
            for (Registration registration : registrations) {
                registration.remove();
            }
        };
    }
}
