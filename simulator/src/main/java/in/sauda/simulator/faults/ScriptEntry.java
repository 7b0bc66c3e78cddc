package in.sauda.simulator.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The fields of one entry of a script with the lines they stand in; every read is checked and remembered.
final class ScriptEntry {
    /// A value and its line.
    record Located(JsonNode value, int line) {}

    private final Map<String, Located> fields;
    private final int line;
    private final Set<String> read = new HashSet<>();

    ScriptEntry(Map<String, Located> fields, int line) {
        this.fields = fields;
        this.line = line;
    }

    FaultScriptException wrong(String field, String message) {
        Located located = fields.get(field);
        return new FaultScriptException(located == null ? line : located.line(), "field '" + field + "' " + message);
    }

    private Optional<JsonNode> value(String field) {
        read.add(field);
        return Optional.ofNullable(fields.get(field)).map(Located::value);
    }

    /// Complains about the first field nobody asked for.
    void rejectUnknown() throws FaultScriptException {
        for (String field : new TreeSet<>(fields.keySet())) {
            if (!read.contains(field)) {
                throw wrong(field, "is not known here; known are " + new TreeSet<>(read));
            }
        }
    }

    String text(String field) throws FaultScriptException {
        Optional<JsonNode> value = value(field);
        if (value.isEmpty()) {
            throw wrong(field, "is missing");
        }
        return text(field, "");
    }

    String text(String field, String otherwise) throws FaultScriptException {
        Optional<JsonNode> value = value(field);
        if (value.isPresent() && !value.get().isTextual()) {
            throw wrong(field, "must be text");
        }
        return value.map(JsonNode::asText).orElse(otherwise);
    }

    boolean flag(String field, boolean otherwise) throws FaultScriptException {
        Optional<JsonNode> value = value(field);
        if (value.isPresent() && !value.get().isBoolean()) {
            throw wrong(field, "must be true or false");
        }
        return value.map(JsonNode::asBoolean).orElse(otherwise);
    }

    int whole(String field, int least, int most, Optional<Integer> otherwise) throws FaultScriptException {
        Optional<JsonNode> value = value(field);
        if (value.isEmpty() && otherwise.isPresent()) {
            return otherwise.get();
        }
        boolean good = value.isPresent()
                && value.get().isInt()
                && value.get().asInt() >= least
                && value.get().asInt() <= most;
        if (!good) {
            throw wrong(field, "must be a whole number from " + least + " to " + most);
        }
        return value.get().asInt();
    }

    double share() throws FaultScriptException {
        Optional<JsonNode> value = value("share");
        if (value.isEmpty()) {
            return 1;
        }
        double share = value.get().isNumber() ? value.get().asDouble() : -1;
        if (share <= 0 || share > 1) {
            throw wrong("share", "must be a number above 0 and at most 1");
        }
        return share;
    }

    Line line(Line otherwise) throws FaultScriptException {
        String text = text("line", otherwise.name());
        for (Line known : Line.values()) {
            if (known.name().equals(text.replace('-', '_').toUpperCase(Locale.ROOT))) {
                return known;
            }
        }
        throw wrong("line", "must be stream, order-updates or both");
    }

    Duration duration(String field) throws FaultScriptException {
        Optional<Duration> duration = optionalDuration(field);
        if (duration.isEmpty()) {
            throw wrong(field, "is missing");
        }
        return duration.get();
    }

    Optional<Duration> optionalDuration(String field) throws FaultScriptException {
        if (value(field).isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Duration.parse(text(field)));
        } catch (DateTimeParseException e) {
            throw wrong(field, "must be a duration like PT30S");
        }
    }

    Optional<Duration> positiveDuration(String field) throws FaultScriptException {
        Optional<Duration> duration = optionalDuration(field);
        if (duration.isPresent() && !duration.get().isPositive()) {
            throw wrong(field, "must be longer than nothing");
        }
        return duration;
    }

    FaultRule.Start start() throws FaultScriptException {
        String text = text("at", "PT0S");
        try {
            return text.startsWith("P")
                    ? new FaultRule.Start.After(Duration.parse(text))
                    : new FaultRule.Start.At(LocalTime.parse(text));
        } catch (DateTimeParseException e) {
            throw wrong("at", "must be a duration like PT30S or a time of the exchange like 10:15:00");
        }
    }
}
