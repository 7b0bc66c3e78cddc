package in.sauda.app.fx;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// Listeners that may come and go while they are being told.
final class Listeners<T> {
    private final List<Consumer<? super T>> listeners = new CopyOnWriteArrayList<>();

    Registration add(Consumer<? super T> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    void tell(T value) {
        for (Consumer<? super T> listener : listeners) {
            listener.accept(value);
        }
    }
}
