package in.sauda.core.engine;

import in.sauda.core.feed.InstrumentRegistry;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.strategy.TimerStrategy;
import in.sauda.core.view.QuoteRow;

/// The newest prices, as timer strategies see them. Engine thread only.
record BookMarket(QuoteBook quotes, InstrumentRegistry registry) implements TimerStrategy.Market {
    @Override
    public long price(Instrument instrument) {
        QuoteRow quote = quotes.snapshot(registry.index(instrument));
        return quote == null ? 0 : Math.max(0, quote.lastPrice());
    }

    @Override
    public long openInterest(Instrument instrument) {
        QuoteRow quote = quotes.snapshot(registry.index(instrument));
        return quote == null ? -1 : Math.max(-1, quote.openInterest());
    }

    @Override
    public int index(Instrument instrument) {
        return registry.index(instrument);
    }
}
