package in.sauda.app.chart;

import in.sauda.core.calendar.TradingCalendar;
import in.sauda.core.candles.BarSeries;
import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.domain.Segment;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentCategory;
import in.sauda.core.signals.Signal;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/// A chart in a shown window of the headless platform. Every method must be called on the JavaFX thread.
final class ChartFixture implements AutoCloseable {
    static final Instrument STOCK = instrument("RELIANCE-EQ", InstrumentCategory.EQUITY);
    static final Instrument INDEX = instrument("NIFTY 50", InstrumentCategory.INDEX);

    /// A change of the axis width in one frame moves the plot in the next.
    private static final int FRAMES = 3;

    final ChartPane pane;
    private final Stage stage = new Stage();
    private long nowMillis;

    ChartFixture(double width, double height, ChartTheme theme) {
        pane = new ChartPane(new ChartContext(() -> nowMillis, TradingCalendar.bundled(), theme));
        stage.setScene(new Scene(pane, width, height));
        stage.show();
    }

    static Instrument instrument(String symbol, InstrumentCategory category) {
        return new Instrument(
                "angelone",
                new InstrumentKey(Segment.NSE, "2885"),
                symbol,
                symbol,
                "",
                category,
                null,
                0,
                null,
                1,
                category == InstrumentCategory.INDEX ? 0 : 5,
                0,
                true);
    }

    static Signal signal(long id, BarSeries series, int bar, String type) {
        return new Signal(
                id,
                "momentum",
                type,
                0,
                STOCK,
                series.startMillis(bar),
                series.startMillis(bar) + 60_000,
                0.82,
                0.8,
                series.close(bar),
                series.volume(bar),
                series.vwap(bar),
                series.high(bar),
                0.12,
                3.4,
                "Above 1,327.50",
                "Below 1,322.10",
                0,
                "Close 0.21% above VWAP; volume 3.4 times its 20-bar mean; 0.12% below the day's high");
    }

    void showing(BarSeries series) {
        pane.show(STOCK, series);
        frame();
    }

    void clock(long millis) {
        nowMillis = millis;
    }

    /// Lets the toolkit run real frames, because ChartFX draws in the layout phase of a pulse and not in a snapshot.
    void frame() {
        Object loop = new Object();
        AnimationTimer timer = new AnimationTimer() {
            private int frames;

            @Override
            public void handle(long nanos) {
                if (frames++ < FRAMES) {
                    pane.pulse(nanos);
                } else {
                    stop();
                    Platform.exitNestedEventLoop(loop, true);
                }
            }
        };
        timer.start();
        Platform.enterNestedEventLoop(loop);
    }

    WritableImage snapshot() {
        return stage.getScene().snapshot(null);
    }

    BufferedImage image(String fileName) {
        frame();
        BufferedImage image = SwingFXUtils.fromFXImage(snapshot(), null);
        try {
            Path folder = Files.createDirectories(Path.of("target", "chart-looks"));
            ImageIO.write(image, "png", folder.resolve(fileName).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return image;
    }

    Viewport view() {
        return pane.model().view();
    }

    void mouse(javafx.event.EventType<MouseEvent> type, double x, double y, int clicks) {
        var scenePoint = pane.chart().getCanvas().localToScene(x, y);
        MouseEvent event = new MouseEvent(
                type,
                scenePoint.getX(),
                scenePoint.getY(),
                scenePoint.getX(),
                scenePoint.getY(),
                type == MouseEvent.MOUSE_MOVED ? MouseButton.NONE : MouseButton.PRIMARY,
                clicks,
                false,
                false,
                false,
                false,
                type == MouseEvent.MOUSE_PRESSED || type == MouseEvent.MOUSE_DRAGGED,
                false,
                false,
                true,
                false,
                true,
                new PickResult(pane.chart(), scenePoint.getX(), scenePoint.getY()));
        pane.chart().fireEvent(event);
    }

    void drag(double fromX, double fromY, double toX, double toY) {
        mouse(MouseEvent.MOUSE_PRESSED, fromX, fromY, 1);
        mouse(MouseEvent.MOUSE_DRAGGED, toX, toY, 1);
        mouse(MouseEvent.MOUSE_RELEASED, toX, toY, 1);
        frame();
    }

    void doubleClick(double x, double y) {
        mouse(MouseEvent.MOUSE_CLICKED, x, y, 2);
        frame();
    }

    void hover(double x, double y) {
        mouse(MouseEvent.MOUSE_MOVED, x, y, 0);
        frame();
    }

    void wheel(double x, double y, double deltaX, double deltaY, boolean shift) {
        var scenePoint = pane.chart().getCanvas().localToScene(x, y);
        pane.chart()
                .fireEvent(new ScrollEvent(
                        ScrollEvent.SCROLL,
                        scenePoint.getX(),
                        scenePoint.getY(),
                        scenePoint.getX(),
                        scenePoint.getY(),
                        shift,
                        false,
                        false,
                        false,
                        true,
                        false,
                        deltaX,
                        deltaY,
                        deltaX,
                        deltaY,
                        ScrollEvent.HorizontalTextScrollUnits.NONE,
                        0,
                        ScrollEvent.VerticalTextScrollUnits.NONE,
                        0,
                        0,
                        new PickResult(pane.chart(), scenePoint.getX(), scenePoint.getY())));
        frame();
    }

    void key(KeyCode code) {
        pane.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
        frame();
    }

    @Override
    public void close() {
        pane.dispose();
        stage.close();
    }
}
