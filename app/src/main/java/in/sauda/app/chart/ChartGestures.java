package in.sauda.app.chart;

import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/// Turns wheel, drag, double click and keys into changes of the view.
///
/// Wheel zooms at the pointer, Shift+wheel and a horizontal wheel pan, a drag pans, a drag on an axis scales it, a
/// double click on an axis returns it to automatic. Owned by the JavaFX thread.
final class ChartGestures {
    private static final double ZOOM_PER_NOTCH = 1.15;
    private static final double NOTCH_PIXELS = 40;
    private static final double KEY_PAN_SHARE = 0.1;
    private static final double AXIS_DRAG_PIXELS = 180;

    private enum Zone {
        NONE,
        PLOT,
        PRICE_AXIS,
        TIME_AXIS
    }

    private final CandleChart chart;
    private final ChartModel model;
    private final Runnable changed;
    private final EventHandler<MouseEvent> mouse = this::onMouse;
    private final EventHandler<ScrollEvent> scroll = this::onScroll;
    private final EventHandler<KeyEvent> keys = this::onKey;
    private Zone dragged = Zone.NONE;
    private double dragX;
    private double dragY;

    ChartGestures(CandleChart chart, ChartModel model, Runnable changed) {
        this.chart = chart;
        this.model = model;
        this.changed = changed;
    }

    void attach(Node keyTarget) {
        chart.addEventHandler(MouseEvent.ANY, mouse);
        chart.addEventHandler(ScrollEvent.SCROLL, scroll);
        keyTarget.addEventHandler(KeyEvent.KEY_PRESSED, keys);
    }

    void detach(Node keyTarget) {
        chart.removeEventHandler(MouseEvent.ANY, mouse);
        chart.removeEventHandler(ScrollEvent.SCROLL, scroll);
        keyTarget.removeEventHandler(KeyEvent.KEY_PRESSED, keys);
    }

    private void onMouse(MouseEvent event) {
        double x = chart.plotX(event);
        double y = chart.plotY(event);
        if (event.getEventType() == MouseEvent.MOUSE_PRESSED) {
            press(event, x, y);
        } else if (event.getEventType() == MouseEvent.MOUSE_DRAGGED) {
            drag(x, y);
        } else if (event.getEventType() == MouseEvent.MOUSE_RELEASED) {
            dragged = Zone.NONE;
        } else if (event.getEventType() == MouseEvent.MOUSE_MOVED) {
            hover(x, y);
        } else if (event.getEventType() == MouseEvent.MOUSE_EXITED && dragged == Zone.NONE) {
            model.crosshair().leave();
            changed.run();
        } else if (event.getEventType() == MouseEvent.MOUSE_CLICKED && event.getClickCount() == 2) {
            automatic(zone(x, y));
        }
    }

    private void press(MouseEvent event, double x, double y) {
        if (event.getButton() == MouseButton.PRIMARY) {
            dragged = zone(x, y);
            dragX = x;
            dragY = y;
        }
    }

    private void drag(double x, double y) {
        switch (dragged) {
            case NONE -> {
                return;
            }
            case PLOT -> {
                model.view().pan(x - dragX);
                model.priceScale().pan(y - dragY);
            }
            case PRICE_AXIS -> model.priceScale().stretch(Math.exp((y - dragY) / AXIS_DRAG_PIXELS));
            case TIME_AXIS ->
                model.view()
                        .zoom(
                                Math.exp((dragX - x) / AXIS_DRAG_PIXELS),
                                model.view().width());
        }
        dragX = x;
        dragY = y;
        hover(x, y);
    }

    private void hover(double x, double y) {
        if (zone(x, y) == Zone.PLOT) {
            model.crosshair().moveTo(x, y);
        } else {
            model.crosshair().leave();
        }
        changed.run();
    }

    private void automatic(Zone zone) {
        switch (zone) {
            case NONE, PLOT -> {
                return;
            }
            case PRICE_AXIS -> model.priceScale().auto();
            case TIME_AXIS -> model.view().reset(model.view().barCount());
        }
        changed.run();
    }

    /// JavaFX itself turns the wheel sideways while Shift is held.
    private void onScroll(ScrollEvent event) {
        double x = chart.getCanvas()
                .sceneToLocal(event.getSceneX(), event.getSceneY())
                .getX();
        if (event.isShiftDown() || Math.abs(event.getDeltaX()) > Math.abs(event.getDeltaY())) {
            double distance = event.getDeltaX() == 0 ? event.getDeltaY() : event.getDeltaX();
            model.view().pan(distance);
        } else {
            model.view().zoom(Math.pow(ZOOM_PER_NOTCH, event.getDeltaY() / NOTCH_PIXELS), x);
        }
        event.consume();
        changed.run();
    }

    private void onKey(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown() || !apply(event)) {
            return;
        }
        event.consume();
        changed.run();
    }

    private boolean apply(KeyEvent event) {
        Viewport view = model.view();
        double step = view.width() * KEY_PAN_SHARE;
        switch (event.getCode()) {
            case LEFT -> view.pan(step);
            case RIGHT -> view.pan(-step);
            case HOME -> view.jumpToFirst();
            case END -> view.jumpToLatest();
            case PLUS, ADD, EQUALS -> view.zoom(ZOOM_PER_NOTCH, zoomAnchor());
            case MINUS, SUBTRACT -> view.zoom(1 / ZOOM_PER_NOTCH, zoomAnchor());
            default -> {
                return false;
            }
        }
        return true;
    }

    /// The pointer if it is over the plot, else the newest bar, so that it stays in sight.
    private double zoomAnchor() {
        if (model.crosshair().visible()) {
            return model.crosshair().x();
        }
        return Math.min(model.view().width(), model.view().x(model.view().barCount()));
    }

    private Zone zone(double x, double y) {
        if (chart.overPlot(x, y)) {
            return Zone.PLOT;
        }
        if (chart.overPriceAxis(x, y)) {
            return Zone.PRICE_AXIS;
        }
        return chart.overTimeAxis(x, y) ? Zone.TIME_AXIS : Zone.NONE;
    }
}
