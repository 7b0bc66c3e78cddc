package in.sauda.bench.soak;

import in.sauda.simulator.faults.Fault;
import in.sauda.simulator.faults.FaultRule;
import in.sauda.simulator.faults.Line;
import java.time.Duration;
import java.util.List;

/// How long the session lasts and what goes wrong when.
///
/// @param length of the session, by the wall clock
/// @param every a fault begins this often
/// @param lasting and is over after this long
/// @param speed market seconds per second
/// @param symbols instruments watched
/// @param settling time for everything to settle after the last fault
/// @param faults what goes wrong, in turn
public record SoakPlan(
        Duration length,
        Duration every,
        Duration lasting,
        double speed,
        int symbols,
        Duration settling,
        List<Fault> faults) {
    private static final String ANY_CALL = "";
    private static final String PLACE = "/placeOrder";

    private static final List<Fault> ALL = List.of(
            new Fault.Cut(Line.BOTH),
            new Fault.Drop(Line.STREAM, 0.2),
            new Fault.Garbage(Line.STREAM, 0.2),
            new Fault.LoseReply(PLACE, 1),
            new Fault.EndLogins(),
            new Fault.HalfFrame(Line.STREAM, 0.2),
            new Fault.RateLimit(ANY_CALL, 0.5),
            new Fault.Delay(Line.STREAM, 0.3, Duration.ofMillis(700)),
            new Fault.RefuseConnections(Line.BOTH, 503),
            new Fault.Duplicate(Line.STREAM, 0.5),
            new Fault.HttpError(ANY_CALL, 0.5, 502, "<html>Bad Gateway</html>", false),
            new Fault.Reorder(Line.STREAM, 0.3),
            new Fault.Silence(Line.BOTH, false),
            new Fault.LoseRequest(PLACE, 1),
            new Fault.WrongLength(Line.STREAM, 0.2, -3),
            new Fault.Html(ANY_CALL, 0.3, true),
            new Fault.ClockSkew(Duration.ofSeconds(3)),
            new Fault.HalfBody(ANY_CALL, 0.3),
            new Fault.Slow(Line.STREAM, 20));

    /// What is recovered from within seconds.
    private static final List<Fault> QUICK = List.of(
            new Fault.Cut(Line.BOTH),
            new Fault.Drop(Line.STREAM, 0.2),
            new Fault.Garbage(Line.STREAM, 0.2),
            new Fault.LoseReply(PLACE, 1),
            new Fault.HalfFrame(Line.STREAM, 0.2),
            new Fault.Reorder(Line.STREAM, 0.3));

    public SoakPlan {
        faults = List.copyOf(faults);
    }

    /// The full session: half an hour at market speed, a fault a minute.
    public static SoakPlan full(Duration length) {
        return new SoakPlan(length, Duration.ofMinutes(1), Duration.ofSeconds(15), 1, 50, Duration.ofSeconds(90), ALL);
    }

    /// A short one for every build.
    public static SoakPlan smoke() {
        return new SoakPlan(
                Duration.ofSeconds(21),
                Duration.ofSeconds(3),
                Duration.ofMillis(1_200),
                10,
                10,
                Duration.ofSeconds(10),
                QUICK);
    }

    /// Faults that begin early enough to be over, and recovered from, before the end.
    int rounds() {
        return (int) Math.max(1, length.minus(every).dividedBy(every));
    }

    Fault fault(int number) {
        return faults.get(number % faults.size());
    }

    /// A refused connection means nothing to a connection that stands, so it is cut as well.
    List<FaultRule> rules(int number) {
        FaultRule rule = FaultRule.now(fault(number)).lasting(lasting);
        return fault(number) instanceof Fault.RefuseConnections
                ? List.of(rule, FaultRule.now(new Fault.Cut(Line.BOTH)))
                : List.of(rule);
    }
}
