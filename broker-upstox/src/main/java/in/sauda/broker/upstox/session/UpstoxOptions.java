package in.sauda.broker.upstox.session;

import com.fasterxml.jackson.databind.JsonNode;
import in.sauda.broker.upstox.mapping.KeyBook;
import in.sauda.broker.upstox.mapping.OptionMapping;
import in.sauda.broker.upstox.mapping.QuoteMapping;
import in.sauda.broker.upstox.rest.Endpoint;
import in.sauda.broker.upstox.rest.Request;
import in.sauda.core.broker.BrokerException;
import in.sauda.core.broker.OptionData;
import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.time.TimeSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Contracts, chains and greeks, fifty a call.
final class UpstoxOptions implements OptionData {
    private final Calls calls;
    private final KeyBook keys;
    private final TimeSource time;

    UpstoxOptions(Calls calls, KeyBook keys, TimeSource time) {
        this.calls = calls;
        this.keys = keys;
        this.time = time;
    }

    @Override
    public List<Listing> contracts(Instrument underlying) throws BrokerException {
        Request request = Request.of(Endpoint.OPTION_CONTRACTS).with("instrument_key", keys.required(underlying));
        return calls.read(request, OptionMapping::contracts);
    }

    @Override
    public Chain chain(Instrument underlying, LocalDate expiry) throws BrokerException {
        return chain(keys.required(underlying), expiry);
    }

    Chain chain(String underlying, LocalDate expiry) throws BrokerException {
        Request request = Request.of(Endpoint.OPTION_CHAIN)
                .with("instrument_key", underlying)
                .with("expiry_date", expiry.toString());
        return calls.read(request, data -> OptionMapping.chain(data, expiry, time.wallMillis()));
    }

    @Override
    public List<Figures> greeks(Collection<Instrument> options) throws BrokerException {
        Map<String, InstrumentKey> wanted = new LinkedHashMap<>();
        options.forEach(option -> keys.wireKey(option).ifPresent(key -> wanted.put(key, option.key())));
        List<String> all = List.copyOf(wanted.keySet());
        List<Figures> found = new ArrayList<>();
        for (int from = 0; from < all.size(); from += OptionMapping.GREEKS_PER_CALL) {
            List<String> chunk = all.subList(from, Math.min(from + OptionMapping.GREEKS_PER_CALL, all.size()));
            Request request = Request.of(Endpoint.GREEKS).with("instrument_key", String.join(",", chunk));
            found.addAll(calls.read(request, data -> figures(data, chunk, wanted)));
        }
        return found;
    }

    private static List<Figures> figures(JsonNode data, List<String> chunk, Map<String, InstrumentKey> wanted) {
        Map<String, JsonNode> quotes = QuoteMapping.byKey(data);
        return chunk.stream()
                .filter(quotes::containsKey)
                .map(key -> OptionMapping.greeks(
                        Objects.requireNonNull(wanted.get(key)), Objects.requireNonNull(quotes.get(key))))
                .toList();
    }
}
