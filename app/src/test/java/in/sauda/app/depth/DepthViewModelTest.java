package in.sauda.app.depth;

import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.app.fx.PulseDriver;
import in.sauda.app.link.LinkedInstrument;
import in.sauda.app.testkit.FakeBroker;
import in.sauda.app.testkit.FakeTerminal;
import in.sauda.app.testkit.ManualTime;
import in.sauda.core.account.AccountData;
import in.sauda.core.account.Reading;
import in.sauda.core.broker.BrokerId;
import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.domain.Segment;
import in.sauda.core.feed.Depth;
import in.sauda.core.feed.FeedMode;
import in.sauda.core.feed.Interest;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentCategory;
import in.sauda.core.view.BrokerStanding;
import in.sauda.core.view.Command;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Five levels, or as many as a broker sends.
class DepthViewModelTest {
    private static final Instrument SHARE = new Instrument(
            "upstox",
            new InstrumentKey(Segment.NSE, "3045"),
            "SBIN",
            "SBIN",
            "",
            InstrumentCategory.EQUITY,
            null,
            0,
            null,
            1,
            5,
            0,
            false);

    private final ManualTime time = new ManualTime();
    private final FakeTerminal terminal = new FakeTerminal(time);
    private final LinkedInstrument linked = new LinkedInstrument(terminal);
    private final PulseDriver driver = new PulseDriver(terminal, time);
    private final List<Boolean> remembered = new ArrayList<>();
    private final DepthViewModel model = new DepthViewModel(terminal, linked, false, remembered::add);

    @BeforeEach
    void open() {
        terminal.brokers(List.of(new BrokerStanding(
                new BrokerId("upstox"),
                "Upstox",
                false,
                true,
                FakeBroker.withDeepBook(30, "only with its plan Plus"),
                AccountData.NONE,
                Reading.none())));
        model.attach(driver);
        linked.link(SHARE);
        terminal.tick(SHARE, 80_000, 79_000, 1_000);
        pulse(100);
    }

    private void pulse(long millis) {
        time.advanceMillis(millis);
        driver.pulse();
    }

    private static Depth book(int levels, int filled) {
        Depth book = new Depth(levels);
        for (int level = 0; level < filled; level++) {
            book.bid(level, 79_990 - 5L * level, 10 + level, 0);
            book.ask(level, 80_000 + 5L * level, 20 + level, 0);
        }
        return book;
    }

    @Test
    void fiveLevelsAreShownUntilMoreAreAskedFor() {
        assertThat(model.choice().get().most()).isEqualTo(30);
        assertThat(model.choice().get().deep()).isFalse();
        assertThat(model.book().get().bids()).hasSize(5);
        assertThat(terminal.commands())
                .noneMatch(sent -> sent instanceof Command.Watch watch && watch.mode() == FeedMode.DEEP);
    }

    @Test
    void theDeepBookIsAskedForShownAndGivenUp() {
        model.deep(true);
        Command asked = new Command.Watch("depth", List.of(SHARE), FeedMode.DEEP, Interest.VIEW);
        assertThat(terminal.commands()).contains(asked);
        assertThat(remembered).containsExactly(true);
        terminal.extras().book(linked.index(), book(30, 12), time.nanos());
        pulse(16);
        assertThat(model.book().get().bids())
                .as("as many as have anything in them")
                .hasSize(12);
        assertThat(model.book().get().bids().getLast().price()).isEqualTo("799.35");
        terminal.tick(SHARE, 80_100, 79_000, 1_100);
        pulse(16);
        assertThat(model.book().get().bids())
                .as("a quote's five levels do not come between")
                .hasSize(12);
        model.deep(false);
        assertThat(terminal.commands()).contains(new Command.Unwatch("depth", List.of(SHARE)));
        assertThat(model.book().get().bids()).hasSize(5);
    }

    @Test
    void fiveLevelsAndASentenceWhereNoDeepBookComes() {
        model.deep(true);
        pulse(16);
        assertThat(model.book().get().note()).isEmpty();
        pulse(7_000);
        assertThat(model.book().get().bids()).hasSize(5);
        assertThat(model.book().get().note())
                .isEqualTo("Upstox sends 30 levels only with its plan Plus; five are shown.");
        terminal.extras().book(linked.index(), book(30, 30), time.nanos());
        pulse(16);
        assertThat(model.book().get().bids()).hasSize(30);
        assertThat(model.book().get().note()).isEmpty();
    }

    @Test
    void aBookNobodyRenewsGivesWayToFiveLevels() {
        model.deep(true);
        terminal.extras().book(linked.index(), book(30, 30), time.nanos());
        pulse(16);
        pulse(11_000);
        assertThat(model.book().get().bids()).hasSize(5);
    }
}
