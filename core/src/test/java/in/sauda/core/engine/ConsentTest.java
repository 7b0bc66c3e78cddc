package in.sauda.core.engine;

import static in.sauda.core.engine.TestInstruments.RELIANCE;
import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.core.broker.DerivativesData;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.domain.Segment;
import in.sauda.core.domain.Side;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.orders.OrderEvent;
import in.sauda.core.orders.OrderRequest;
import in.sauda.core.view.Command;
import in.sauda.core.view.UiEvent;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Orders in shares under surveillance carry the consent their card asked for; no other order does.
class ConsentTest {
    private static HandDriven trading(TradingMode mode, DerivativesData.CautionedStock... listed) {
        HandDriven engine = new HandDriven(mode);
        engine.session.derivatives = new Lists(List.of(listed));
        engine.ready();
        engine.clock.set("10:00");
        engine.book(RELIANCE, 9_995, 40, 10_005, 40);
        return engine;
    }

    private static OrderRequest staged(HandDriven engine) {
        engine.send(new Command.Stage(engine.ticket(Side.BUY, 10, 10_000)));
        return engine.last(UiEvent.ConfirmationRequested.class).card().request();
    }

    @Test
    void aListedShareAsksForConsentAndSendsIt() {
        try (HandDriven engine =
                trading(TradingMode.DEMO, new DerivativesData.CautionedStock(Segment.NSE, "2885", "", "ASM"))) {
            engine.await(() -> engine.core.cautions.listed(RELIANCE));
            OrderRequest asked = staged(engine);
            assertThat(asked.consent()).isTrue();
            engine.send(new Command.Confirm(asked.id()));
            engine.await(() -> !engine.session.submitted.isEmpty());
            assertThat(engine.session.submitted.getFirst().consent()).isTrue();
        }
    }

    @Test
    void aListWithoutTokensNamesTheShare() {
        try (HandDriven engine =
                trading(TradingMode.DEMO, new DerivativesData.CautionedStock(Segment.NSE, "", "Reliance", ""))) {
            engine.await(() -> engine.core.cautions.listed(RELIANCE));
        }
    }

    @Test
    void aRefusalTeachesWhatTheListLeftOut() {
        try (HandDriven engine = trading(TradingMode.DEMO)) {
            OrderRequest first = staged(engine);
            assertThat(first.consent()).isFalse();
            engine.send(new Command.Confirm(first.id()));
            engine.await(() -> !engine.session.submitted.isEmpty());
            engine.report(new OrderEvent.Rejected(first.id(), "AB4036", "the order needs scripconsent"));
            assertThat(staged(engine).consent()).isTrue();
        }
    }

    @Test
    void paperOrdersNeedNone() {
        try (HandDriven engine =
                trading(TradingMode.PAPER, new DerivativesData.CautionedStock(Segment.NSE, "2885", "", ""))) {
            engine.await(() -> engine.core.cautions.listed(RELIANCE));
            assertThat(staged(engine).consent()).isFalse();
        }
    }

    private record Lists(List<CautionedStock> cautionary) implements DerivativesData {
        @Override
        public Set<Figure> figures() {
            return Set.of(Figure.CAUTIONARY);
        }

        @Override
        public List<Greeks> greeks(String underlying, LocalDate expiry) {
            return List.of();
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
        public List<InterestPoint> openInterest(
                Instrument contract, Timeframe timeframe, long fromMillis, long toMillis) {
            return List.of();
        }

        @Override
        public List<IntradayStock> intraday(Segment exchange) {
            return List.of();
        }
    }
}
