package in.sauda.core.diagnostics;

import org.jspecify.annotations.Nullable;

/// What a check found.
///
/// @param sentence what is the case, one plain sentence
/// @param nextStep what the user can do; empty when nothing has to be done
/// @param fix what the program can do about it, null for nothing
public record Finding(
        Outcome outcome,
        String sentence,
        String nextStep,
        @Nullable Fix fix) {
    public enum Outcome {
        OK,
        /// Worth knowing; nothing has to be done.
        NOTE,
        FAILED,
        /// Could not be tried, because something it needs is not there.
        SKIPPED
    }

    /// Something that mends the cause when the user asks for it.
    ///
    /// @param label of the button
    /// @param action must return at once
    public record Fix(String label, Runnable action) {}

    public static Finding ok(String sentence) {
        return new Finding(Outcome.OK, sentence, "", null);
    }

    public static Finding note(String sentence, String nextStep) {
        return new Finding(Outcome.NOTE, sentence, nextStep, null);
    }

    public static Finding failed(String sentence, String nextStep) {
        return new Finding(Outcome.FAILED, sentence, nextStep, null);
    }

    public static Finding skipped(String sentence) {
        return new Finding(Outcome.SKIPPED, sentence, "", null);
    }

    public Finding with(Fix offered) {
        return new Finding(outcome, sentence, nextStep, offered);
    }
}
