package in.sauda.simulator.faults;

import java.time.Duration;

/// Everything the simulator can do wrong on purpose.
///
/// A {@code share} between 0 and 1 is the part of the frames or requests that are hit, drawn from the seed. A {@code
/// path} is any part of a request's path; an empty one means every REST call.
public sealed interface Fault {
    /// Hits single frames the server sends.
    sealed interface OnFrames extends Fault {
        Line line();

        double share();
    }

    /// Hits single REST calls.
    sealed interface OnRequests extends Fault {
        String path();

        double share();
    }

    /// Happens once whenever it starts and does not last.
    sealed interface Moment extends Fault {}

    /// The frame never arrives.
    record Drop(Line line, double share) implements OnFrames {}

    /// The frame arrives later, overtaken by younger ones.
    record Delay(Line line, double share, Duration by) implements OnFrames {}

    /// The frame arrives twice.
    record Duplicate(Line line, double share) implements OnFrames {}

    /// The frame changes places with the next one.
    record Reorder(Line line, double share) implements OnFrames {}

    /// Only the first half of the frame arrives.
    record HalfFrame(Line line, double share) implements OnFrames {}

    /// Random bytes of the same length instead of the frame.
    record Garbage(Line line, double share) implements OnFrames {}

    /// The frame is that many bytes longer, or shorter when negative.
    record WrongLength(Line line, double share, int by) implements OnFrames {}

    /// Connections stay open but nothing comes.
    ///
    /// @param pongs true when pings are still answered
    record Silence(Line line, boolean pongs) implements Fault {}

    /// No more than so many frames a second; the rest waits, and the oldest are given up when too many wait.
    record Slow(Line line, int framesPerSecond) implements Fault {}

    /// New connections fail with this HTTP status.
    record RefuseConnections(Line line, int status) implements Fault {}

    /// Cuts every connection without a close frame.
    record Cut(Line line) implements Moment {}

    /// Sends these bytes as one binary frame on every connection.
    ///
    /// @param hex two digits a byte
    record SendFrame(Line line, String hex) implements Moment {}

    /// Ends every login session, as if the client had been logged out elsewhere.
    record EndLogins() implements Moment {}

    /// The broker's rate limit, deserved or not: 403 in plain text.
    record RateLimit(String path, double share) implements OnRequests {}

    /// An answer of the infrastructure instead of the real one.
    ///
    /// @param handled true when the request was carried out all the same
    record HttpError(String path, double share, int status, String body, boolean handled) implements OnRequests {}

    /// 200 with nothing in it.
    record EmptyBody(String path, double share, boolean handled) implements OnRequests {}

    /// 200 with a page for people.
    record Html(String path, double share, boolean handled) implements OnRequests {}

    /// The connection dies half way through the real answer.
    record HalfBody(String path, double share) implements OnRequests {}

    /// The request is carried out, but the connection dies before the answer.
    record LoseReply(String path, double share) implements OnRequests {}

    /// The connection dies before the request is carried out.
    record LoseRequest(String path, double share) implements OnRequests {}

    /// The answer comes later.
    record SlowReply(String path, double share, Duration by) implements OnRequests {}

    /// The server's clock is off by this much: time stamps, {@code Date} and one-time passwords.
    record ClockSkew(Duration by) implements Fault {}

    /// Orders and rules are refused as from an address that is not registered.
    record UnregisteredIp() implements Fault {}

    /// Logins fail with this error code.
    record RejectLogins(String code) implements Fault {}

    /// The name scripts use, e.g. {@code half-frame}.
    default String name() {
        return getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(java.util.Locale.ROOT);
    }
}
