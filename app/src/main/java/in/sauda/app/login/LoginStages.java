package in.sauda.app.login;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// How far a login has come, stage by stage. FX thread only; {@link #reportingOn} makes the way there.
public final class LoginStages {
    public enum State {
        WAITING,
        BUSY,
        DONE,
        /// It did not work, and the login went on without it.
        PASSED,
        FAILED
    }

    /// @param words what was found or what happens next, may be empty
    public record Row(LoginStage stage, State state, String words) {}

    private final Map<LoginStage, ReadOnlyObjectWrapper<Row>> rows = new EnumMap<>(LoginStage.class);

    LoginStages() {
        for (LoginStage stage : LoginStage.values()) {
            rows.put(stage, new ReadOnlyObjectWrapper<>(new Row(stage, State.WAITING, "")));
        }
    }

    public List<LoginStage> all() {
        return List.of(LoginStage.values());
    }

    public ReadOnlyObjectProperty<Row> row(LoginStage stage) {
        return of(stage).getReadOnlyProperty();
    }

    void reset() {
        all().forEach(stage -> set(stage, State.WAITING, ""));
    }

    /// What was under way has failed; why is told beside.
    void failed() {
        all().stream()
                .filter(stage -> of(stage).get().state() == State.BUSY)
                .forEach(stage -> set(stage, State.FAILED, ""));
    }

    LoginProgress reportingOn(Executor ui) {
        return new LoginProgress() {
            @Override
            public void begun(LoginStage stage) {
                ui.execute(() -> set(stage, State.BUSY, ""));
            }

            @Override
            public void done(LoginStage stage, String words) {
                ui.execute(() -> set(stage, State.DONE, words));
            }

            @Override
            public void passed(LoginStage stage, String words) {
                ui.execute(() -> set(stage, State.PASSED, words));
            }
        };
    }

    private void set(LoginStage stage, State state, String words) {
        of(stage).set(new Row(stage, state, words));
    }

    private ReadOnlyObjectWrapper<Row> of(LoginStage stage) {
        return Objects.requireNonNull(rows.get(stage));
    }
}
