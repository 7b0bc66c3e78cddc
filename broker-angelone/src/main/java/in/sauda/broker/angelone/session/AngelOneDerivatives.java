package in.sauda.broker.angelone.session;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.sauda.broker.angelone.mapping.CandleMapping;
import in.sauda.broker.angelone.mapping.DerivativesMapping;
import in.sauda.broker.angelone.rest.AngelOneErrors;
import in.sauda.broker.angelone.rest.Endpoint;
import in.sauda.core.broker.BrokerException;
import in.sauda.core.broker.DerivativesData;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.domain.Segment;
import in.sauda.core.instruments.Instrument;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/// The broker's derivatives figures and stock lists. "No data" (AB9019) is an empty list.
final class AngelOneDerivatives implements DerivativesData {
    private static final ObjectNode NOTHING = JsonNodeFactory.instance.objectNode();

    private final Calls calls;

    AngelOneDerivatives(Calls calls) {
        this.calls = calls;
    }

    @Override
    public Set<Figure> figures() {
        return EnumSet.allOf(Figure.class);
    }

    @Override
    public List<Greeks> greeks(String underlying, LocalDate expiry) throws BrokerException {
        return calls.readUnless(
                AngelOneErrors.NO_DATA,
                Endpoint.OPTION_GREEKS,
                DerivativesMapping.greeksRequest(underlying, expiry),
                DerivativesMapping::greeks);
    }

    @Override
    public List<PutCallRatio> putCallRatios() throws BrokerException {
        return calls.readUnless(
                AngelOneErrors.NO_DATA, Endpoint.PUT_CALL_RATIO, NOTHING, DerivativesMapping::putCallRatios);
    }

    @Override
    public List<InterestChange> buildUp(BuildUp kind, Expiry expiry) throws BrokerException {
        return calls.readUnless(
                AngelOneErrors.NO_DATA,
                Endpoint.BUILD_UP,
                DerivativesMapping.request(kind, expiry),
                DerivativesMapping::changes);
    }

    @Override
    public List<InterestChange> movers(Movers kind, Expiry expiry) throws BrokerException {
        return calls.readUnless(
                AngelOneErrors.NO_DATA,
                Endpoint.MOVERS,
                DerivativesMapping.request(kind, expiry),
                DerivativesMapping::changes);
    }

    @Override
    public List<InterestPoint> openInterest(Instrument contract, Timeframe timeframe, long fromMillis, long toMillis)
            throws BrokerException {
        TreeMap<Long, InterestPoint> byTime = new TreeMap<>();
        for (CandleMapping.Span span : CandleMapping.spans(timeframe, fromMillis, toMillis)) {
            List<InterestPoint> points = calls.readUnless(
                    AngelOneErrors.NO_DATA,
                    Endpoint.OPEN_INTEREST,
                    CandleMapping.request(contract, timeframe, span),
                    data -> DerivativesMapping.interest(data, span));
            points.forEach(point -> byTime.put(point.millis(), point));
        }
        return new ArrayList<>(byTime.values());
    }

    @Override
    public List<IntradayStock> intraday(Segment exchange) throws BrokerException {
        Endpoint endpoint = exchange == Segment.BSE ? Endpoint.BSE_INTRADAY : Endpoint.NSE_INTRADAY;
        return calls.readUnless(
                AngelOneErrors.NO_DATA,
                endpoint,
                NOTHING,
                data -> DerivativesMapping.intraday(data, exchange == Segment.BSE ? Segment.BSE : Segment.NSE));
    }

    @Override
    public List<CautionedStock> cautionary() throws BrokerException {
        return calls.readUnless(AngelOneErrors.NO_DATA, Endpoint.CAUTIONARY, NOTHING, DerivativesMapping::cautionary);
    }
}
