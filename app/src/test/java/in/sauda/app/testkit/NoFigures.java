package in.sauda.app.testkit;

import in.sauda.core.broker.DerivativesData;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.domain.Segment;
import in.sauda.core.instruments.Instrument;
import java.util.List;
import java.util.Set;

/// Derivatives data of which a test fills in the Greeks.
public interface NoFigures extends DerivativesData {
    @Override
    default Set<Figure> figures() {
        return Set.of(Figure.GREEKS);
    }

    @Override
    default List<PutCallRatio> putCallRatios() {
        return List.of();
    }

    @Override
    default List<InterestChange> buildUp(BuildUp kind, Expiry expiry) {
        return List.of();
    }

    @Override
    default List<InterestChange> movers(Movers kind, Expiry expiry) {
        return List.of();
    }

    @Override
    default List<InterestPoint> openInterest(Instrument contract, Timeframe timeframe, long fromMillis, long toMillis) {
        return List.of();
    }

    @Override
    default List<IntradayStock> intraday(Segment exchange) {
        return List.of();
    }

    @Override
    default List<CautionedStock> cautionary() {
        return List.of();
    }
}
