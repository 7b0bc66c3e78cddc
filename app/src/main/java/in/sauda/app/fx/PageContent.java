package in.sauda.app.fx;

import javafx.scene.Node;

/// What fills a full-size page. FX thread only.
public interface PageContent {
    /// The same node every time.
    Node root();

    /// The page is on the screen now: look at the live state and take the keyboard.
    void opened();

    /// The page left the screen: nothing has to be kept up to date.
    void closed();
}
