package in.sauda.broker.upstox.session;

import in.sauda.broker.upstox.mapping.KeyBook;
import in.sauda.broker.upstox.mapping.OptionMapping;
import in.sauda.core.broker.BrokerException;
import in.sauda.core.broker.DerivativesData;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.domain.Segment;
import in.sauda.core.instruments.Instrument;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What this broker tells about derivatives beyond its chains: greeks of an expiry and open interest over time.
/// Ratios, build-up, movers and a list of surveillance are none of its documented calls.
final class UpstoxDerivatives implements DerivativesData {
    private final UpstoxOptions options;
    private final UpstoxHistory history;
    private final KeyBook keys;

    UpstoxDerivatives(UpstoxOptions options, UpstoxHistory history, KeyBook keys) {
        this.options = options;
        this.history = history;
        this.keys = keys;
    }

    @Override
    public Set<Figure> figures() {
        return Set.of(Figure.GREEKS, Figure.OPEN_INTEREST);
    }

    @Override
    public List<Greeks> greeks(String underlying, LocalDate expiry) throws BrokerException {
        Optional<String> key = keys.underlying(underlying);
        return key.isEmpty() ? List.of() : OptionMapping.greeks(underlying, options.chain(key.get(), expiry));
    }

    @Override
    public List<PutCallRatio> putCallRatios() {
        return List.of();
    }

    @Override
    public List<InterestChange> buildUp(BuildUp kind, Expiry expiry) {
        return List.of();
    }

    @Override
    public List<InterestChange> movers(Movers kind, Expiry expiry) {
        return List.of();
    }

    @Override
    public List<InterestPoint> openInterest(Instrument contract, Timeframe timeframe, long fromMillis, long toMillis)
            throws BrokerException {
        return history.openInterest(contract, timeframe, fromMillis, toMillis);
    }

    @Override
    public List<IntradayStock> intraday(Segment exchange) {
        return List.of();
    }

    @Override
    public List<CautionedStock> cautionary() {
        return List.of();
    }
}
