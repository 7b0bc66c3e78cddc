package in.sauda.core.storage;

import in.sauda.core.alerts.AlertCondition;
import in.sauda.core.alerts.AlertFiring;
import in.sauda.core.alerts.AlertMeasure;
import in.sauda.core.alerts.AlertRelation;
import in.sauda.core.alerts.AlertRepeat;
import in.sauda.core.alerts.AlertRule;
import in.sauda.core.alerts.AlertStore;
import in.sauda.core.alerts.StoredAlert;
import in.sauda.core.instruments.Instrument;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Alerts in H2. One that this version does not understand is left where it is and not loaded.
final class JdbiAlertStore implements AlertStore {
    private static final Logger LOG = LoggerFactory.getLogger(JdbiAlertStore.class);
    private static final int LONGEST_NOTE = 2_000;
    private static final int LONGEST_SENTENCE = 4_000;

    private static final String MERGE = """
            MERGE INTO alerts (id, instrument, measure, relation, threshold, repeats, cool_down_seconds, note, paused,
                fired, last_fired_at, done)
            KEY (id)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String MERGE_FIRING = """
            MERGE INTO alert_history (alert_id, fired_at, instrument, reading, sentence)
            KEY (alert_id, fired_at)
            VALUES (?, ?, ?, ?, ?)
            """;

    private final Jdbi jdbi;

    JdbiAlertStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public void save(List<StoredAlert> alerts) {
        jdbi.useTransaction(handle -> {
            PreparedBatch batch = handle.prepareBatch(MERGE);
            for (StoredAlert alert : alerts) {
                AlertRule rule = alert.rule();
                batch.bind(0, rule.id())
                        .bind(1, text(rule.instrument()))
                        .bind(2, rule.condition().measure().name())
                        .bind(3, rule.condition().relation().name())
                        .bind(4, rule.condition().value())
                        .bind(5, rule.repeat().name())
                        .bind(6, rule.coolDownSeconds())
                        .bind(7, shortened(rule.note(), LONGEST_NOTE))
                        .bind(8, rule.paused())
                        .bind(9, alert.fired())
                        .bind(10, alert.lastFiredMillis())
                        .bind(11, alert.done())
                        .add();
            }
            batch.execute();
        });
    }

    private static @Nullable String text(@Nullable Instrument instrument) {
        return instrument == null ? null : InstrumentJson.write(instrument);
    }

    private static String shortened(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }

    @Override
    public void remove(List<Long> ids) {
        jdbi.useTransaction(handle -> {
            PreparedBatch batch = handle.prepareBatch("DELETE FROM alerts WHERE id = ?");
            ids.forEach(id -> batch.bind(0, id).add());
            batch.execute();
        });
    }

    @Override
    public void saveFirings(List<AlertFiring> firings) {
        jdbi.useTransaction(handle -> {
            PreparedBatch batch = handle.prepareBatch(MERGE_FIRING);
            for (AlertFiring firing : firings) {
                batch.bind(0, firing.alert())
                        .bind(1, firing.atMillis())
                        .bind(2, text(firing.instrument()))
                        .bind(3, firing.reading())
                        .bind(4, shortened(firing.sentence(), LONGEST_SENTENCE))
                        .add();
            }
            batch.execute();
        });
    }

    @Override
    public List<StoredAlert> load() {
        List<Optional<StoredAlert>> rows = jdbi.withHandle(handle -> handle.select("SELECT * FROM alerts ORDER BY id")
                .map((row, _) -> alert(row))
                .list());
        List<StoredAlert> known = new ArrayList<>();
        rows.forEach(row -> row.ifPresent(known::add));
        return known;
    }

    private static Optional<StoredAlert> alert(ResultSet row) throws SQLException {
        try {
            AlertRule rule = new AlertRule(
                    row.getLong("id"),
                    instrument(row),
                    new AlertCondition(
                            AlertMeasure.valueOf(row.getString("measure")),
                            AlertRelation.valueOf(row.getString("relation")),
                            row.getDouble("threshold")),
                    AlertRepeat.valueOf(row.getString("repeats")),
                    row.getInt("cool_down_seconds"),
                    row.getString("note"),
                    row.getBoolean("paused"));
            return Optional.of(
                    new StoredAlert(rule, row.getInt("fired"), row.getLong("last_fired_at"), row.getBoolean("done")));
        } catch (IllegalArgumentException unknown) {
            LOG.warn("Alert {} is not understood and not watched", row.getLong("id"), unknown);
            return Optional.empty();
        }
    }

    private static @Nullable Instrument instrument(ResultSet row) throws SQLException {
        String text = row.getString("instrument");
        return text == null ? null : InstrumentJson.read(text);
    }

    @Override
    public List<AlertFiring> firings(int most) {
        return jdbi.withHandle(handle -> handle.select(
                        "SELECT * FROM alert_history ORDER BY fired_at DESC, alert_id DESC LIMIT ?", most)
                .map((row, _) -> new AlertFiring(
                        row.getLong("alert_id"),
                        instrument(row),
                        row.getLong("fired_at"),
                        row.getDouble("reading"),
                        row.getString("sentence")))
                .list());
    }
}
