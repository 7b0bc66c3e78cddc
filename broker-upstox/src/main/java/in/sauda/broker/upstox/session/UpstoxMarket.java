package in.sauda.broker.upstox.session;

import in.sauda.broker.upstox.mapping.MarketMapping;
import in.sauda.broker.upstox.rest.Endpoint;
import in.sauda.broker.upstox.rest.Request;
import in.sauda.core.broker.BrokerException;
import in.sauda.core.broker.MarketInformation;
import in.sauda.core.domain.Segment;
import java.time.LocalDate;
import java.util.List;

/// Trading days and hours in the broker's words.
final class UpstoxMarket implements MarketInformation {
    private final Calls calls;

    UpstoxMarket(Calls calls) {
        this.calls = calls;
    }

    @Override
    public Status status(Segment segment) throws BrokerException {
        return calls.read(
                Request.path(Endpoint.MARKET_STATUS, List.of(MarketMapping.exchange(segment))),
                data -> MarketMapping.status(segment, data));
    }

    @Override
    public List<Holiday> holidays() throws BrokerException {
        return calls.read(Request.of(Endpoint.HOLIDAYS), MarketMapping::holidays);
    }

    @Override
    public List<Hours> hours(LocalDate date) throws BrokerException {
        return calls.read(Request.path(Endpoint.TIMINGS, List.of(date.toString())), MarketMapping::hours);
    }
}
