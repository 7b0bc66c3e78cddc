package in.sauda.app.watchlist;

import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.app.fx.PulseDriver;
import in.sauda.app.settings.SettingsStore;
import in.sauda.app.testkit.FakeTerminal;
import in.sauda.app.testkit.Fx;
import in.sauda.app.testkit.Instruments;
import in.sauda.app.testkit.ListDirectory;
import in.sauda.app.testkit.ManualTime;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SymbolListsTest {
    private final ManualTime time = new ManualTime();
    private final FakeTerminal terminal = new FakeTerminal(time);
    private final ListDirectory directory = new ListDirectory(
            List.of(Instruments.RELIANCE, Instruments.SBIN, Instruments.NIFTY, Instruments.NIFTY_CALL));

    private SettingsStore settings;
    private WatchlistViewModel watchlist;
    private SymbolLists lists;

    @BeforeAll
    static void startToolkit() throws Exception {
        Fx.start();
    }

    @BeforeEach
    void open(@TempDir Path home) {
        settings = SettingsStore.open(home.resolve("settings.json"), time);
        watchlist = new WatchlistViewModel(terminal, directory, settings, time, ignored -> "Upstox");
        watchlist.attach(new PulseDriver(terminal, time));
        lists = new SymbolLists(watchlist, directory);
    }

    @AfterEach
    void close() {
        settings.close();
    }

    private List<String> symbols() {
        return watchlist.rows().stream().map(row -> row.instrument().symbol()).toList();
    }

    @Test
    void addsWhatIsKnownAndNamesWhatIsNot() {
        watchlist.add(Instruments.SBIN);
        String report = lists.take("""
                symbol_name,enabled
                RELIANCE,true
                "sbin", TRUE
                NSE:2885,true
                NIFTY29SEP2625000CE,false
                NONSENSE,true
                # a remark

                """);
        assertThat(symbols()).containsExactly("SBIN-EQ", "RELIANCE-EQ");
        assertThat(report)
                .isEqualTo("1 symbol added, 2 already there, 1 switched off in the file. In no master: NONSENSE.");
    }

    @Test
    void whatIsWrittenCanBeReadAgain() {
        watchlist.addAll(List.of(Instruments.RELIANCE, Instruments.NIFTY_CALL));
        String file = lists.give();
        assertThat(file).isEqualTo("symbol_name,enabled\nRELIANCE-EQ,true\nNIFTY29SEP2625000CE,true\n");
        List.copyOf(watchlist.rows()).forEach(watchlist::remove);
        lists.take(file);
        assertThat(symbols()).containsExactly("RELIANCE-EQ", "NIFTY29SEP2625000CE");
    }

    @Test
    void saysWhenAFileIsNoList() {
        assertThat(lists.take("\n\n")).startsWith("The file names no symbol.");
        assertThat(lists.take("\u0000PNG;;;")).contains("0 symbols added").contains("In no master");
    }
}
