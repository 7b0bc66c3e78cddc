package in.sauda.core.alerts;

import in.sauda.core.alerts.AlertRow.State;

/// One alert with its readings. Engine thread only.
final class ArmedAlert {
    private static final long SAME_AGAIN_MILLIS = 60_000L;

    /// The exchange's clock is corrected by moments; only a day that is played again goes back further than this.
    private static final long ANOTHER_DAY_MILLIS = 3_600_000L;

    private final AlertRule rule;
    private int fired;
    private long lastFiredMillis;
    private boolean done;
    private double reading = Double.NaN;
    private boolean held;

    ArmedAlert(StoredAlert stored) {
        rule = stored.rule();
        fired = stored.fired();
        lastFiredMillis = stored.lastFiredMillis();
        done = stored.done();
    }

    AlertRule rule() {
        return rule;
    }

    /// Takes a number and returns whether the alert fires with it.
    boolean read(double now, long exchangeMillis) {
        if (Double.isNaN(now)) {
            return false;
        }
        double before = reading;
        reading = now;
        AlertCondition condition = rule.condition();
        boolean holds = condition.relation().holds(before, now, condition.value());
        boolean anew = holds && (!held || condition.relation().momentary());
        held = holds;
        if (!holds || done || rule.paused() || !due(anew, exchangeMillis)) {
            return false;
        }
        fired++;
        lastFiredMillis = exchangeMillis;
        done = rule.repeat() == AlertRepeat.ONCE;
        return true;
    }

    private boolean due(boolean anew, long now) {
        return switch (rule.repeat()) {
            case ONCE -> true;
            case EVERY_TIME -> anew && quietFor(SAME_AGAIN_MILLIS, now);
            case COOL_DOWN -> quietFor(rule.coolDownSeconds() * 1_000L, now);
        };
    }

    private boolean quietFor(long millis, long now) {
        boolean anotherDay = lastFiredMillis - now > ANOTHER_DAY_MILLIS;
        return lastFiredMillis == 0 || now - lastFiredMillis >= millis || anotherDay;
    }

    double reading() {
        return reading;
    }

    StoredAlert stored() {
        return new StoredAlert(rule, fired, lastFiredMillis, done);
    }

    AlertRow row(long now) {
        return new AlertRow(rule, state(now), reading, fired, lastFiredMillis);
    }

    private State state(long now) {
        if (rule.paused()) {
            return State.PAUSED;
        }
        if (done) {
            return State.DONE;
        }
        boolean cooling = rule.repeat() == AlertRepeat.COOL_DOWN && !quietFor(rule.coolDownSeconds() * 1_000L, now);
        return cooling ? State.COOLING : Double.isNaN(reading) ? State.WAITING : State.ARMED;
    }
}
