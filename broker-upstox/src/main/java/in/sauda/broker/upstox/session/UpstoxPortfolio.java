package in.sauda.broker.upstox.session;

import in.sauda.broker.upstox.mapping.AccountMapping;
import in.sauda.broker.upstox.mapping.KeyBook;
import in.sauda.broker.upstox.mapping.OrderMapping;
import in.sauda.broker.upstox.mapping.OrderRequests;
import in.sauda.broker.upstox.mapping.WireValues;
import in.sauda.broker.upstox.rest.Endpoint;
import in.sauda.broker.upstox.rest.Request;
import in.sauda.core.broker.AccountSnapshot.BookedPosition;
import in.sauda.core.broker.BookedTrade;
import in.sauda.core.broker.BrokerException;
import in.sauda.core.broker.BrokerFailure;
import in.sauda.core.broker.Funds;
import in.sauda.core.broker.Holding;
import in.sauda.core.broker.Portfolio;
import in.sauda.core.broker.PositionConversion;
import in.sauda.core.broker.support.ModeGuard;
import java.util.List;

/// Funds, holdings, positions and trades.
final class UpstoxPortfolio implements Portfolio {
    private final Calls calls;
    private final ModeGuard modes;
    private final OrderMapping orders;
    private final KeyBook keys;

    UpstoxPortfolio(Calls calls, ModeGuard modes, KeyBook keys) {
        this.calls = calls;
        this.modes = modes;
        this.keys = keys;
        this.orders = new OrderMapping(keys);
    }

    @Override
    public Funds funds() throws BrokerException {
        return calls.read(Request.of(Endpoint.FUNDS), AccountMapping::funds);
    }

    @Override
    public List<Holding> holdings() throws BrokerException {
        return calls.read(Request.of(Endpoint.HOLDINGS), data -> AccountMapping.holdings(data, keys));
    }

    @Override
    public List<BookedPosition> positions() throws BrokerException {
        return calls.read(
                Request.of(Endpoint.POSITIONS),
                data -> WireValues.rows(data).stream().map(orders::position).toList());
    }

    @Override
    public List<BookedTrade> trades() throws BrokerException {
        return calls.read(
                Request.of(Endpoint.TRADES),
                data -> WireValues.rows(data).stream().map(orders::trade).toList());
    }

    @Override
    public void convert(PositionConversion conversion) throws BrokerException {
        modes.check(conversion.mode());
        String key = keys.wireKey(conversion.key())
                .orElseThrow(() -> new BrokerException(new BrokerFailure.Refused(
                        "NO_KEY",
                        "Upstox' master does not list " + conversion.symbol() + ".",
                        "Refresh the instruments and try again.")));
        calls.writeOnce(
                Request.of(Endpoint.CONVERT_POSITION, OrderRequests.convert(conversion, key)), "The conversion");
    }
}
