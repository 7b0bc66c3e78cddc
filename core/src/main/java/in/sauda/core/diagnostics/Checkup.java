package in.sauda.core.diagnostics;

import in.sauda.core.broker.BrokerException;
import in.sauda.core.secrets.Redaction;
import in.sauda.core.secrets.SecretStoreException;
import in.sauda.core.storage.StorageException;
import in.sauda.core.time.TimeSource;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/// Runs checks side by side, each bounded in time, and turns whatever happens into a finding.
public final class Checkup {
    private final Executor background;
    private final TimeSource time;
    private final Duration patience;

    /// @param background may block; one check at a time would do, a virtual thread per check is meant
    /// @param patience longest time for one check
    public Checkup(Executor background, TimeSource time, Duration patience) {
        this.background = background;
        this.time = time;
        this.patience = patience;
    }

    /// Starts them all and returns at once.
    ///
    /// @param told every result as it comes, from any thread
    /// @return completes with all results in the order of the checks, never exceptionally
    public CompletableFuture<List<CheckResult>> run(List<Check> checks, Consumer<CheckResult> told) {
        List<CompletableFuture<CheckResult>> running = checks.stream()
                .map(check -> run(check).thenApply(result -> {
                    told.accept(result);
                    return result;
                }))
                .toList();
        return CompletableFuture.allOf(running.toArray(CompletableFuture<?>[]::new))
                .thenApply(
                        ignored -> running.stream().map(CompletableFuture::join).toList());
    }

    private CompletableFuture<CheckResult> run(Check check) {
        long began = time.nanos();
        return CompletableFuture.supplyAsync(() -> find(check), background)
                .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .handle((finding, problem) -> new CheckResult(
                        check.id(),
                        check.title(),
                        problem == null ? finding : lost(problem),
                        (time.nanos() - began) / 1_000_000));
    }

    private Finding lost(Throwable problem) {
        return problem instanceof TimeoutException
                ? Finding.failed(
                        "There was no answer within " + patience.toSeconds() + " s.",
                        "Try again; if it stays, something on the way swallows the connection.")
                : Finding.failed("The check itself failed (" + problem + ").", "Report this with the support bundle.");
    }

    private static Finding find(Check check) {
        try {
            return check.body().call();
        } catch (BrokerException refused) {
            return Finding.failed(
                    refused.failure().sentence() + " [" + refused.failure().code() + "]",
                    refused.failure().nextStep());
        } catch (SecretStoreException refused) {
            return Finding.failed(refused.sentence(), refused.nextStep());
        } catch (StorageException refused) {
            return Finding.failed(refused.sentence(), refused.nextStep());
        } catch (Exception strange) {
            return Finding.failed(
                    "The check failed: " + Redaction.clean(strange.toString()), "Look into the log for the details.");
        }
    }
}
