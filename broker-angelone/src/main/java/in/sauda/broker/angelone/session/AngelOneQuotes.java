package in.sauda.broker.angelone.session;

import in.sauda.broker.angelone.mapping.QuoteMapping;
import in.sauda.broker.angelone.rest.Endpoint;
import in.sauda.core.broker.BrokerException;
import in.sauda.core.broker.QuoteDetail;
import in.sauda.core.broker.QuoteSnapshot;
import in.sauda.core.broker.Quotes;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.time.TimeSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Quotes on request, fifty a call.
final class AngelOneQuotes implements Quotes {
    private final Calls calls;
    private final TimeSource time;

    AngelOneQuotes(Calls calls, TimeSource time) {
        this.calls = calls;
        this.time = time;
    }

    @Override
    public Batch read(Collection<Instrument> instruments, QuoteDetail detail) throws BrokerException {
        List<Instrument> wanted = List.copyOf(instruments);
        List<QuoteSnapshot> quotes = new ArrayList<>();
        List<Unfetched> unfetched = new ArrayList<>();
        for (int from = 0; from < wanted.size(); from += QuoteMapping.PER_CALL) {
            List<Instrument> chunk = wanted.subList(from, Math.min(from + QuoteMapping.PER_CALL, wanted.size()));
            QuoteMapping.Page page = calls.read(
                    Endpoint.QUOTES,
                    QuoteMapping.request(chunk, detail),
                    data -> QuoteMapping.page(data, detail, received()));
            quotes.addAll(page.quotes());
            unfetched.addAll(page.unfetched());
        }
        return new Batch(quotes, unfetched);
    }

    @Override
    public QuoteSnapshot one(Instrument instrument) throws BrokerException {
        return calls.read(
                Endpoint.LAST_PRICE,
                QuoteMapping.request(instrument),
                data -> QuoteMapping.single(data, instrument.key(), received()));
    }

    private QuoteMapping.Receipt received() {
        return new QuoteMapping.Receipt(time.nanos(), time.wallMillis());
    }
}
