package in.sauda.bench.chart;

import javafx.scene.Parent;

/// Something that draws one frame after another. Used on the JavaFX thread only.
interface FrameSubject {
    Parent node();

    /// Changes the last bar and asks for a redraw.
    void frame(long nanos);

    void close();
}
