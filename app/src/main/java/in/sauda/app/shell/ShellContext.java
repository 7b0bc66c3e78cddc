package in.sauda.app.shell;

import in.sauda.app.brokers.BrokerBoard;
import in.sauda.app.login.Doors;
import in.sauda.app.preferences.DataFolder;
import in.sauda.app.status.MasterInfo;
import in.sauda.core.calendar.TradingCalendar;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.instruments.InstrumentMasters;
import in.sauda.core.review.DayRecords;
import in.sauda.core.time.MarketClock;
import in.sauda.core.time.TimeSource;
import in.sauda.core.timeline.Timeline;
import in.sauda.core.universe.ShareLists;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What the window needs to know besides the running core.
///
/// @param mode where orders of this window go; fixed as long as it is open
/// @param source what the prices come from, for people: {@code Demo exchange}, {@code Angel One}
/// @param master state of the instrument master, read about four times a second
/// @param masters the instruments' files behind the directory
/// @param board the brokers of the session
/// @param shareLists the brokers' lists of shares for the kinds that are lists
/// @param speed the demo's speed, null when time cannot be hurried
/// @param doors where “Switch…” leads, null when there is nothing else
/// @param beside where a second broker is logged in beside the first, null where none may be
/// @param timeline the jobs of the day
/// @param records what earlier days left
/// @param home where the session keeps its journal and reviews
/// @param data everything the terminal keeps, of all sessions
/// @param tools pages the composition root adds at the end of the menu
public record ShellContext(
        TradingMode mode,
        String source,
        MarketClock clock,
        TimeSource time,
        TradingCalendar calendar,
        Supplier<MasterInfo> master,
        InstrumentMasters masters,
        BrokerBoard board,
        ShareLists shareLists,
        @Nullable SpeedControl speed,
        @Nullable Doors doors,
        @Nullable Doors beside,
        Timeline timeline,
        DayRecords records,
        Path home,
        DataFolder data,
        List<Pages.Page> tools) {
    public ShellContext {
        tools = List.copyOf(tools);
    }
}
