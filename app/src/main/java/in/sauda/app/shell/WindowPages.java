package in.sauda.app.shell;

/// Every full-size page of the window, in the order of the menu and of Ctrl+1, Ctrl+2 and so on.
final class WindowPages {
    private WindowPages() {}

    /// Adds them all; none is made before it is opened.
    static void addTo(Pages pages) {}
}
