package in.sauda.app.session;

import in.sauda.core.instruments.ImportProgress;
import in.sauda.core.instruments.ImportStage;
import in.sauda.core.instruments.InstrumentDirectory;
import in.sauda.core.instruments.InstrumentService;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Waits for the instruments of a session that opens: the kept ones are there at once, the first ones are fetched.
///
/// A session that can open with the first rows of a first import opens with them, and the rest is read only after
/// {@link #goOn}: on two cores the window and the import would otherwise both be late.
///
/// @param enough as many instruments as the session needs to open
/// @param all every instrument, which is before a first import is on disk
/// @param opened the rest may be read
record InstrumentArrival(CompletableFuture<Void> enough, CompletableFuture<Void> all, CountDownLatch opened) {
    private static final Logger LOG = LoggerFactory.getLogger(InstrumentArrival.class);
    private static final long PATIENCE_SECONDS = 3;

    /// Fetches the master if it is missing or old.
    ///
    /// @param enough whether the first rows of a first import will do to open with
    static InstrumentArrival of(InstrumentService instruments, String master, Predicate<InstrumentDirectory> enough) {
        InstrumentArrival arrival =
                new InstrumentArrival(new CompletableFuture<>(), new CompletableFuture<>(), new CountDownLatch(1));
        Runnable look = () -> arrival.look(instruments.directory(), enough);
        Runnable stopListening = instruments.onChange(look);
        look.run();
        CompletableFuture<?> refresh = arrival.all().isDone()
                ? instruments.refreshOld(ImportProgress.none())
                : instruments.refresh(master, arrival::pause).thenRun(arrival::finish);
        CompletableFuture<?> _ = refresh.whenComplete((ignored, failure) -> {
            stopListening.run();
            if (failure != null) {
                arrival.fail(failure);
            }
        });
        return arrival;
    }

    /// Lets the rest of a first import be read.
    void goOn() {
        opened.countDown();
    }

    /// Called while reading: waits when a session is opening with what is there.
    private void pause(ImportStage stage, long done) {
        if (stage == ImportStage.READING && enough.isDone() && !all.isDone()) {
            try {
                if (!opened.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    LOG.info("The rest of the instruments is read beside an opening that takes its time");
                    goOn();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void look(InstrumentDirectory directory, Predicate<InstrumentDirectory> wanted) {
        if (directory.size() == 0) {
            return;
        }
        if (directory.complete()) {
            finish();
        } else if (wanted.test(directory)) {
            enough.complete(null);
        }
    }

    private void finish() {
        enough.complete(null);
        all.complete(null);
    }

    private void fail(Throwable failure) {
        enough.completeExceptionally(failure);
        all.completeExceptionally(failure);
    }
}
