package in.sauda.broker.angelone.session;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.sauda.broker.angelone.mapping.AccountMapping;
import in.sauda.broker.angelone.mapping.OrderBookMapping;
import in.sauda.broker.angelone.mapping.OrderRequests;
import in.sauda.broker.angelone.rest.Endpoint;
import in.sauda.core.broker.AccountSnapshot.BookedPosition;
import in.sauda.core.broker.BookedTrade;
import in.sauda.core.broker.BrokerException;
import in.sauda.core.broker.Funds;
import in.sauda.core.broker.Holding;
import in.sauda.core.broker.Portfolio;
import in.sauda.core.broker.PositionConversion;
import in.sauda.core.broker.support.ModeGuard;
import in.sauda.core.time.IndiaTime;
import in.sauda.core.time.TimeSource;
import java.util.List;

/// Funds, holdings, positions and trades.
final class AngelOnePortfolio implements Portfolio {
    /// Codes with which the broker says that a book is empty.
    private static final String NO_TRADE = "AB1014";

    private static final String NO_HOLDING = "AB1015";
    private static final String NO_POSITION = "AB1016";
    private static final ObjectNode NOTHING = JsonNodeFactory.instance.objectNode();

    private final Calls calls;
    private final ModeGuard modes;
    private final TimeSource time;

    AngelOnePortfolio(Calls calls, ModeGuard modes, TimeSource time) {
        this.calls = calls;
        this.modes = modes;
        this.time = time;
    }

    @Override
    public Funds funds() throws BrokerException {
        return calls.read(Endpoint.FUNDS, AccountMapping::funds);
    }

    @Override
    public List<Holding> holdings() throws BrokerException {
        return calls.readUnless(NO_HOLDING, Endpoint.ALL_HOLDINGS, NOTHING, AccountMapping::holdings);
    }

    @Override
    public List<BookedPosition> positions() throws BrokerException {
        return calls.readUnless(
                NO_POSITION,
                Endpoint.POSITIONS,
                NOTHING,
                data -> OrderBookMapping.rows(data).stream()
                        .map(OrderBookMapping::position)
                        .toList());
    }

    @Override
    public List<BookedTrade> trades() throws BrokerException {
        return calls.readUnless(
                NO_TRADE,
                Endpoint.TRADE_BOOK,
                NOTHING,
                data -> AccountMapping.trades(data, IndiaTime.date(time.wallMillis())));
    }

    @Override
    public void convert(PositionConversion conversion) throws BrokerException {
        modes.check(conversion.mode());
        calls.writeOnce(Endpoint.CONVERT_POSITION, OrderRequests.convert(conversion), "The conversion");
    }
}
