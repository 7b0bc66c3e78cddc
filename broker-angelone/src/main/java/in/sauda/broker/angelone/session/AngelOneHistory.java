package in.sauda.broker.angelone.session;

import com.fasterxml.jackson.databind.JsonNode;
import in.sauda.broker.angelone.mapping.CandleMapping;
import in.sauda.broker.angelone.mapping.UnreadableException;
import in.sauda.broker.angelone.rest.AngelOneErrors;
import in.sauda.broker.angelone.rest.Endpoint;
import in.sauda.broker.angelone.rest.RestClient;
import in.sauda.core.broker.BrokerException;
import in.sauda.core.broker.History;
import in.sauda.core.candles.Candle;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.instruments.Instrument;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// Past candles, in as many calls as the broker's span limit needs.
final class AngelOneHistory implements History {
    private final RestClient client;

    AngelOneHistory(RestClient client) {
        this.client = client;
    }

    @Override
    public List<Candle> candles(Instrument instrument, Timeframe timeframe, long fromMillis, long toMillis)
            throws BrokerException {
        TreeMap<Long, Candle> byStart = new TreeMap<>();
        for (CandleMapping.Span span : CandleMapping.spans(timeframe, fromMillis, toMillis)) {
            JsonNode data = client.read(Endpoint.CANDLES, CandleMapping.request(instrument, timeframe, span));
            for (Candle candle : candles(data, instrument, span)) {
                byStart.put(candle.startMillis(), candle);
            }
        }
        return new ArrayList<>(byStart.values());
    }

    private static List<Candle> candles(JsonNode data, Instrument instrument, CandleMapping.Span span)
            throws BrokerException {
        try {
            return CandleMapping.candles(data, instrument, span);
        } catch (UnreadableException strange) {
            throw new BrokerException(AngelOneErrors.unreadable(String.valueOf(strange.getMessage())), strange);
        }
    }
}
