package in.sauda.core.backtest;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Does many pieces of work on some threads of its own and gives the results in the order of the pieces.
///
/// @param name of the threads, without their number
/// @param threads with one everything happens on the caller's
record Workers(String name, int threads) {
    /// Blocks until all are done.
    ///
    /// @throws CancellationException when the thread is interrupted
    <T> List<T> all(List<Callable<T>> pieces) {
        int used = Math.min(threads, pieces.size());
        if (used <= 1) {
            return here(pieces);
        }
        ExecutorService workers = Executors.newFixedThreadPool(
                used, Thread.ofPlatform().daemon().name(name, 0).factory());
        try {
            List<Future<T>> coming = new ArrayList<>();
            pieces.forEach(piece -> coming.add(workers.submit(piece)));
            List<T> done = new ArrayList<>();
            for (Future<T> one : coming) {
                done.add(one.get());
            }
            return done;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CancellationException("The work was cancelled.");
        } catch (ExecutionException failure) {
            throw failed(Objects.requireNonNullElse(failure.getCause(), failure));
        } finally {
            workers.shutdownNow();
        }
    }

    private static <T> List<T> here(List<Callable<T>> pieces) {
        List<T> done = new ArrayList<>();
        for (Callable<T> piece : pieces) {
            try {
                done.add(piece.call());
            } catch (Exception failure) {
                throw failed(failure);
            }
        }
        return done;
    }

    private static RuntimeException failed(Throwable cause) {
        return cause instanceof CancellationException cancelled
                ? cancelled
                : new IllegalStateException("A part of the work failed.", cause);
    }
}
