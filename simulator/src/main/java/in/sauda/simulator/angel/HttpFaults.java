package in.sauda.simulator.angel;

import in.sauda.simulator.faults.Fault;
import in.sauda.simulator.faults.FaultInjector;
import java.time.Duration;
import java.util.Optional;

/// What is going to go wrong with one REST call.
public final class HttpFaults {
    private static final String PAGE =
            "<html><head><title>502 Bad Gateway</title></head><body><h1>Bad Gateway</h1></body></html>";

    /// @param instead what is answered in place of the real reply
    /// @param handled true when the request is carried out all the same
    public record Plan(
            boolean lostBefore,
            boolean lostAfter,
            boolean half,
            Duration delay,
            Optional<WireReply> instead,
            boolean handled) {
        static final Plan NOTHING = new Plan(false, false, false, Duration.ZERO, Optional.empty(), true);

        static Plan instead(WireReply reply, boolean handled) {
            return new Plan(false, false, false, Duration.ZERO, Optional.of(reply), handled);
        }
    }

    private final FaultInjector faults;
    private final WireReply tooFast;

    /// @param tooFast how the broker says that its rate limit is passed
    public HttpFaults(FaultInjector faults, WireReply tooFast) {
        this.faults = faults;
        this.tooFast = tooFast;
    }

    public Plan plan(String path) {
        if (faults.calm()) {
            return Plan.NOTHING;
        }
        Optional<Fault.OnRequests> hit = faults.hit(Fault.OnRequests.class, fault -> path.contains(fault.path()));
        return hit.map(this::plan).orElse(Plan.NOTHING);
    }

    private Plan plan(Fault.OnRequests fault) {
        return switch (fault) {
            case Fault.RateLimit limit -> Plan.instead(tooFast, false);
            case Fault.HttpError error -> Plan.instead(WireReply.text(error.status(), error.body()), error.handled());
            case Fault.EmptyBody empty -> Plan.instead(WireReply.text(200, ""), empty.handled());
            case Fault.Html html -> Plan.instead(new WireReply(200, "text/html", PAGE), html.handled());
            case Fault.HalfBody half -> new Plan(false, false, true, Duration.ZERO, Optional.empty(), true);
            case Fault.LoseReply lost -> new Plan(false, true, false, Duration.ZERO, Optional.empty(), true);
            case Fault.LoseRequest lost -> new Plan(true, false, false, Duration.ZERO, Optional.empty(), false);
            case Fault.SlowReply slow -> new Plan(false, false, false, slow.by(), Optional.empty(), true);
        };
    }
}
