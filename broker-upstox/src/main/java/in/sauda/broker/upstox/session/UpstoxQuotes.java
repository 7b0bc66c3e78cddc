package in.sauda.broker.upstox.session;

import com.fasterxml.jackson.databind.JsonNode;
import in.sauda.broker.upstox.mapping.KeyBook;
import in.sauda.broker.upstox.mapping.QuoteMapping;
import in.sauda.broker.upstox.mapping.UnreadableException;
import in.sauda.broker.upstox.rest.Endpoint;
import in.sauda.broker.upstox.rest.Request;
import in.sauda.broker.upstox.rest.UpstoxErrors;
import in.sauda.core.broker.BrokerException;
import in.sauda.core.broker.QuoteDetail;
import in.sauda.core.broker.QuoteSnapshot;
import in.sauda.core.broker.Quotes;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.time.TimeSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Quotes on request, five hundred a call.
final class UpstoxQuotes implements Quotes {
    private final Calls calls;
    private final KeyBook keys;
    private final TimeSource time;

    UpstoxQuotes(Calls calls, KeyBook keys, TimeSource time) {
        this.calls = calls;
        this.keys = keys;
        this.time = time;
    }

    @Override
    public Batch read(Collection<Instrument> instruments, QuoteDetail detail) throws BrokerException {
        Map<String, Instrument> wanted = new LinkedHashMap<>();
        List<Unfetched> unfetched = new ArrayList<>();
        for (Instrument instrument : instruments) {
            keys.wireKey(instrument)
                    .ifPresentOrElse(
                            key -> wanted.put(key, instrument),
                            () -> unfetched.add(
                                    new Unfetched(instrument.key(), "NO_KEY", "Upstox' master does not list it.")));
        }
        List<QuoteSnapshot> quotes = new ArrayList<>();
        List<String> all = List.copyOf(wanted.keySet());
        for (int from = 0; from < all.size(); from += QuoteMapping.PER_CALL) {
            List<String> chunk = all.subList(from, Math.min(from + QuoteMapping.PER_CALL, all.size()));
            collect(chunk, wanted, detail, quotes, unfetched);
        }
        return new Batch(quotes, unfetched);
    }

    private void collect(
            List<String> chunk,
            Map<String, Instrument> wanted,
            QuoteDetail detail,
            List<QuoteSnapshot> quotes,
            List<Unfetched> unfetched)
            throws BrokerException {
        Map<String, JsonNode> replies = calls.read(request(chunk, detail), QuoteMapping::byKey);
        QuoteMapping.Receipt receipt = new QuoteMapping.Receipt(time.nanos(), time.wallMillis());
        for (String key : chunk) {
            Instrument instrument = java.util.Objects.requireNonNull(wanted.get(key));
            JsonNode reply = replies.get(key);
            if (reply == null) {
                unfetched.add(new Unfetched(instrument.key(), "", "Upstox has no quote of it."));
                continue;
            }
            try {
                quotes.add(QuoteMapping.quote(instrument.key(), reply, detail, receipt));
            } catch (UnreadableException strange) {
                unfetched.add(
                        new Unfetched(instrument.key(), UpstoxErrors.UNREADABLE, String.valueOf(strange.getMessage())));
            }
        }
    }

    private static Request request(List<String> keys, QuoteDetail detail) {
        String all = String.join(",", keys);
        return switch (detail) {
            case LAST -> Request.of(Endpoint.LAST_PRICES).with("instrument_key", all);
            case OHLC ->
                Request.of(Endpoint.DAY_PRICES).with("instrument_key", all).with("interval", "1d");
            case FULL -> Request.of(Endpoint.QUOTES).with("instrument_key", all);
        };
    }

    @Override
    public QuoteSnapshot one(Instrument instrument) throws BrokerException {
        Batch batch = read(List.of(instrument), QuoteDetail.OHLC);
        if (batch.quotes().isEmpty()) {
            throw new BrokerException(
                    UpstoxErrors.unreadable(batch.unfetched().getFirst().reason()));
        }
        return batch.quotes().getFirst();
    }
}
