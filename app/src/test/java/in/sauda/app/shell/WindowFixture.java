package in.sauda.app.shell;

import in.sauda.app.login.Doors;
import in.sauda.app.preferences.DataFolder;
import in.sauda.app.settings.SettingsStore;
import in.sauda.app.status.MasterInfo;
import in.sauda.app.testkit.AccountScene;
import in.sauda.app.testkit.FakeBoard;
import in.sauda.app.testkit.FakeBroker;
import in.sauda.app.testkit.FakeMasters;
import in.sauda.app.testkit.FakeTerminal;
import in.sauda.app.testkit.ManualTime;
import in.sauda.app.testkit.MarketScene;
import in.sauda.app.testkit.TestTools;
import in.sauda.app.testkit.TestVault;
import in.sauda.core.calendar.TradingCalendar;
import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.domain.Segment;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.instruments.ChangeKind;
import in.sauda.core.instruments.InstrumentChange;
import in.sauda.core.review.DayRecords;
import in.sauda.core.timeline.Timeline;
import in.sauda.core.timeline.TimelineLog;
import in.sauda.core.universe.ShareLists;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.scene.Scene;

/// A whole window on a terminal without an engine and a clock that tests move.
final class WindowFixture {
    final ManualTime time = new ManualTime();
    final FakeTerminal terminal = new FakeTerminal(time);
    final MarketScene market = new MarketScene(terminal);
    final AccountScene account = new AccountScene(terminal, time);
    final FakeMasters masters = new FakeMasters(market.directory().instruments());
    final SettingsStore settings;
    final TerminalWindow window;
    final Offscreen screen;
    final Scene scene;

    WindowFixture(Path home, double width, double height) {
        settings = SettingsStore.open(home.resolve("settings.json"), time);
        ShellContext context = new ShellContext(
                TradingMode.DEMO,
                "Demo exchange",
                time::wallMillis,
                time,
                TradingCalendar.bundled(),
                () -> new MasterInfo("angelone", 108_412, 1_789_960_000_000L, false),
                masters,
                FakeBoard.ofOne(),
                ShareLists.NONE,
                new FixedSpeed(),
                new Doors(
                        () -> {},
                        List.of(FakeBroker.withLogin(), FakeBroker.withoutLogin()),
                        (request, progress) -> new CompletableFuture<>(),
                        TestVault.accounts(settings, home, time),
                        page -> {},
                        time,
                        Runnable::run),
                null,
                new Timeline(TradingCalendar.bundled(), false, time::wallMillis, time, TimelineLog.open(home)),
                DayRecords.NONE,
                home,
                new DataFolder(home, folder -> {}),
                TestTools.pages(home, time));
        window = new TerminalWindow(terminal, market.directory(), settings, context);
        screen = new Offscreen(window.root(), width, height);
        scene = screen.scene();
        window.attach(scene);
        window.driver().stop();
    }

    /// Moves time and lets the window see it; its own timer is stopped, so that nothing else does.
    void advance(long millis) {
        time.advanceMillis(millis);
        window.driver().pulse();
    }

    /// An import that changed a few instruments nobody watches.
    void changes() {
        masters.changed(List.of(
                new InstrumentChange(
                        ChangeKind.LOT, new InstrumentKey(Segment.NFO, "35001"), "NIFTY30JUN27FUT", "75", "65"),
                new InstrumentChange(
                        ChangeKind.SYMBOL,
                        new InstrumentKey(Segment.NSE, "5097"),
                        "ETERNAL-EQ",
                        "ZOMATO-EQ",
                        "ETERNAL-EQ")));
    }

    void close() {
        window.detach();
        screen.close();
        settings.close();
    }

    private static final class FixedSpeed implements SpeedControl {
        private int speed = 1;

        @Override
        public List<Integer> speeds() {
            return List.of(1, 5, 20, 60, 120);
        }

        @Override
        public int speed() {
            return speed;
        }

        @Override
        public void speed(int factor) {
            speed = factor;
        }
    }
}
