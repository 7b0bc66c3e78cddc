package in.sauda.app.session;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;

/// A demo day that is being opened, perhaps before there is a window to show how far it is. Safe from any thread.
final class DemoOpening {
    private final CompletableFuture<TerminalSession> session;
    private final Words words;

    private DemoOpening(CompletableFuture<TerminalSession> session, Words words) {
        this.session = session;
        this.words = words;
    }

    /// @param opening blocks until the session is open
    static DemoOpening begin(Function<Progress, TerminalSession> opening, Executor background) {
        Words words = new Words();
        return new DemoOpening(CompletableFuture.supplyAsync(() -> opening.apply(words), background), words);
    }

    CompletableFuture<TerminalSession> session() {
        return session;
    }

    /// Tells what it is busy with now and every time that changes.
    void onProgress(Consumer<String> reader) {
        words.readBy(reader);
    }

    /// Keeps the last words until somebody can read them.
    private static final class Words implements Progress {
        private String last = "";
        private Consumer<String> reader = ignored -> {};

        @Override
        public synchronized void busyWith(String what) {
            last = what;
            reader.accept(what);
        }

        synchronized void readBy(Consumer<String> next) {
            reader = next;
            next.accept(last);
        }
    }
}
