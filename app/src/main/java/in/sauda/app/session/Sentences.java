package in.sauda.app.session;

import in.sauda.core.broker.BrokerException;
import in.sauda.core.storage.StorageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.CompletionException;

/// What to tell a user about a failure: one sentence and, where there is one, the next step.
public final class Sentences {
    private Sentences() {}

    public static String of(Throwable failure) {
        return switch (failure) {
            case BrokerException broker ->
                join(broker.failure().sentence(), broker.failure().nextStep()) + " ("
                        + broker.failure().code() + ")";
            case StorageException storage -> join(storage.sentence(), storage.nextStep());
            case UncheckedIOException unchecked when unchecked.getCause() != null -> of(unchecked.getCause());
            case NoSuchFileException missing -> "There is no file " + missing.getFile() + ".";
            case AccessDeniedException denied ->
                "The file " + denied.getFile() + " cannot be opened: permission denied.";
            case IOException file when file.getMessage() != null -> file.getMessage();
            case CompletionException wrapped when wrapped.getCause() != null -> of(wrapped.getCause());
            case IllegalArgumentException wrong when wrong.getMessage() != null -> wrong.getMessage();
            default ->
                "Something went wrong that Sauda did not expect (" + failure
                        + "); the log in the data folder has the details.";
        };
    }

    private static String join(String sentence, String nextStep) {
        return nextStep.isEmpty() ? sentence : sentence + " " + nextStep;
    }
}
