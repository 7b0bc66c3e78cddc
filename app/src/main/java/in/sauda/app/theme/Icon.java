package in.sauda.app.theme;

import javafx.scene.shape.SVGPath;

/// Simple line-free icons drawn as one path on a 16 by 16 grid.
public enum Icon {
    SEARCH(
            "M7 1a6 6 0 1 0 3.7 10.7l3.3 3.3 1.2-1.2-3.3-3.3A6 6 0 0 0 7 1zm0 1.7a4.3 4.3 0 1 1 0 8.6 4.3 4.3 0 0 1 0-8.6z"),
    CLOCK(
            "M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1zm0 1.6a5.4 5.4 0 1 1 0 10.8A5.4 5.4 0 0 1 8 2.6zM7.2 4.5v4l3 2 .9-1.3-2.3-1.5V4.5z"),
    CLOSE("M3.3 2.2 2.2 3.3 6.9 8l-4.7 4.7 1.1 1.1L8 9.1l4.7 4.7 1.1-1.1L9.1 8l4.7-4.7-1.1-1.1L8 6.9z"),
    PLUS("M7.2 2v5.2H2v1.6h5.2V14h1.6V8.8H14V7.2H8.8V2z"),
    MINUS("M2 7.2h12v1.6H2z"),
    SUN(
            "M8 4.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM7.3 0h1.4v2.6H7.3zM7.3 13.4h1.4V16H7.3zM0 7.3h2.6v1.4H0zM13.4 7.3H16v1.4h-2.6zM2.8 1.8l1.9 1.9-1 1-1.9-1.9zM12.3 11.3l1.9 1.9-1 1-1.9-1.9zM13.2 1.8l1 1-1.9 1.9-1-1zM3.7 11.3l1 1-1.9 1.9-1-1z"),
    MOON("M6.2 1.2A7 7 0 1 0 14.8 9.8 5.8 5.8 0 0 1 6.2 1.2z"),
    EYE(
            "M8 3C4.4 3 1.5 5.3 0 8c1.5 2.7 4.4 5 8 5s6.5-2.3 8-5c-1.5-2.7-4.4-5-8-5zm0 1.7a3.3 3.3 0 1 1 0 6.6 3.3 3.3 0 0 1 0-6.6zm0 1.7a1.6 1.6 0 1 0 0 3.2 1.6 1.6 0 0 0 0-3.2z"),
    WARNING("M8 1 0.5 14.5h15zM7.2 6h1.6v4.2H7.2zM7.2 11.4h1.6V13H7.2z"),
    CHECK("M13.3 3 6.3 10.2 2.7 6.7 1.5 7.9l4.8 4.7 8.2-8.4z"),
    BOLT("M9.5 0 2.5 9.2h4.2L5.8 16l7.7-9.8H9z"),
    KEY(
            "M10.5 1a4.5 4.5 0 0 0-4.3 5.8L1 12v3h3v-2h2v-2h2l1.2-1.2A4.5 4.5 0 1 0 10.5 1zm1.3 2a1.4 1.4 0 1 1 0 2.8 1.4 1.4 0 0 1 0-2.8z"),
    PLAY("M4 2v12l9.5-6z"),
    MENU("M1.5 3h13v1.6h-13zM1.5 7.2h13v1.6h-13zM1.5 11.4h13V13h-13z"),
    REFRESH("M13.7 2.3v3.9H9.8l1.5-1.5A4.7 4.7 0 1 0 12.7 8h1.6A6.3 6.3 0 1 1 12.4 3.6z"),
    COPY("M5 1h9v10h-2.5V9.5H12.5V2.5h-6V4H5zM2 5h8v10H2zM3.5 6.5v7h5v-7z");

    private final String path;

    Icon(String path) {
        this.path = path;
    }

    /// A new node of this icon, coloured by the style class {@code icon}.
    public SVGPath node() {
        SVGPath shape = new SVGPath();
        shape.setContent(path);
        shape.getStyleClass().add("icon");
        return shape;
    }
}
