package in.sauda.app.shell;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Views of the window that can be opened by name.
enum WindowView {
    WATCHLIST,
    DEPTH,
    SEARCH,
    TICKET,
    CONFIRM,
    ORDERS,
    POSITIONS,
    HOLDINGS,
    FUNDS,
    SIGNALS,
    LOG,
    HELP,
    WELCOME,
    LOGIN;

    private String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @param pages what else can be opened, for the message
    static WindowView of(String name, Pages pages) {
        return Arrays.stream(values())
                .filter(view -> view.id().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no view “" + name + "”; there are: "
                        + Stream.concat(
                                        Arrays.stream(values()).map(WindowView::id),
                                        pages.all().stream().map(Pages.Page::name))
                                .collect(Collectors.joining(", "))
                        + "."));
    }

    void open(TerminalWindow window) {
        switch (this) {
            case WATCHLIST -> window.showWatchlist();
            case DEPTH -> window.showDepth();
            case SEARCH -> window.showSearch("nifty");
            case TICKET -> window.showTicket();
            case CONFIRM -> window.showCard();
            case ORDERS -> window.showTab("Orders");
            case POSITIONS -> window.showTab("Positions");
            case HOLDINGS -> window.showTab("Holdings");
            case FUNDS -> window.showTab("Funds");
            case SIGNALS -> window.showTab("Signals");
            case LOG -> window.showTab("Log");
            case HELP -> window.showHelp();
            case WELCOME -> window.showWelcome();
            case LOGIN -> window.showLogin();
        }
    }
}
