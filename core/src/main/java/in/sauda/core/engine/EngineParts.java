package in.sauda.core.engine;

import in.sauda.core.calendar.TradingCalendar;
import in.sauda.core.feed.InstrumentRegistry;
import in.sauda.core.instruments.InstrumentDirectory;
import in.sauda.core.storage.Stores;
import in.sauda.core.time.MarketClock;
import in.sauda.core.time.TimeSource;

/// What the core is built on.
///
/// @param time this computer's clocks
/// @param clock what time it is on the exchange: the wall clock live, the simulator's in the demo
/// @param registry shared with adapters through subscriptions
/// @param directory to name contracts the broker's book mentions
public record EngineParts(
        TradingCalendar calendar,
        TimeSource time,
        MarketClock clock,
        InstrumentRegistry registry,
        InstrumentDirectory directory,
        Stores stores) {}
