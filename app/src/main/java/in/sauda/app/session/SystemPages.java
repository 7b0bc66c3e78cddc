package in.sauda.app.session;

import in.sauda.app.backtest.BacktestPage;
import in.sauda.app.backtest.BacktestViewModel;
import in.sauda.app.chart.ChartTheme;
import in.sauda.app.diagnostics.DiagnosticsView;
import in.sauda.app.diagnostics.DiagnosticsViewModel;
import in.sauda.app.fx.Flashes;
import in.sauda.app.fx.UiThread;
import in.sauda.app.logging.LogTail;
import in.sauda.app.login.Accounts;
import in.sauda.app.logs.LogsView;
import in.sauda.app.logs.LogsViewModel;
import in.sauda.app.settings.SettingsStore;
import in.sauda.app.shell.Pages;
import in.sauda.app.theme.Palette;
import in.sauda.app.theme.Theme;
import in.sauda.core.calendar.CalendarFile;
import in.sauda.core.diagnostics.Checkup;
import in.sauda.core.time.TimeSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The pages that need no session: backtests, diagnostics and log lines.
record SystemPages(Path home, Accounts accounts, TimeSource time, Executor background) {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /// @param session the open one at the moment of a check, null for none
    /// @param logIn leads to the doors; called on the FX thread
    /// @param settings decide the charts' colours
    List<Pages.Page> all(Supplier<@Nullable TerminalSession> session, Runnable logIn, SettingsStore settings) {
        SystemOpener opener = new SystemOpener();
        UiThread ui = new UiThread();
        TerminalChecks checks =
                new TerminalChecks(home, accounts, time, () -> ui.execute(logIn), () -> opener.folder(home));
        return List.of(
                new Pages.Page(
                        "backtest",
                        "Backtest",
                        "What a strategy would have done on stored candles",
                        () -> new BacktestPage(
                                new BacktestViewModel(
                                        new HomeCandles(home, session),
                                        Executors.newThreadPerTaskExecutor(Thread.ofPlatform()
                                                .daemon()
                                                .name("backtest-", 1)
                                                .factory()),
                                        ui),
                                new Flashes(),
                                CalendarFile.of(home).calendar(),
                                () -> ChartTheme.of(
                                        Theme.of(settings.get().theme()),
                                        Palette.of(settings.get().palette())))),
                new Pages.Page(
                        "diagnostics",
                        "Diagnostics",
                        "What works, what does not, and how to mend it",
                        () -> new DiagnosticsView(new DiagnosticsViewModel(
                                () -> checks.all(session.get(), Brokers.all()),
                                new Checkup(background, time, PATIENCE),
                                new HomeSupport(home, time),
                                background,
                                ui))),
                new Pages.Page(
                        "logs",
                        "Log lines",
                        "What every module wrote, as it is written",
                        () -> new LogsView(
                                new LogsViewModel(LogTail.ofThisProcess()),
                                () -> opener.folder(home.resolve("logs")))));
    }
}
