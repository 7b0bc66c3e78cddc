package in.sauda.app.backtest;

import in.sauda.core.backtest.Performance;
import in.sauda.core.domain.IndianNumbers;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;

/// Net result after every trade as a line, and how far it lies below its last high as an area hanging from the top.
final class EquityChart {
    private static final double HEIGHT = 190;
    private static final double MARGIN = 10;

    private final Pane root = new Pane() {
        @Override
        protected void layoutChildren() {
            draw(getWidth(), getHeight());
            super.layoutChildren();
        }
    };
    private final Polyline equity = new Polyline();
    private final Polygon drawdown = new Polygon();
    private final Line zero = new Line();
    private final Label highest = new Label();
    private final Label lowest = new Label();
    private List<Performance.EquityPoint> points = List.of();

    EquityChart() {
        root.getStyleClass().add("equity-chart");
        root.setMinHeight(HEIGHT);
        root.setPrefHeight(HEIGHT);
        equity.getStyleClass().add("equity-line");
        drawdown.getStyleClass().add("drawdown-area");
        zero.getStyleClass().add("equity-zero");
        highest.getStyleClass().addAll("text-muted", "number");
        lowest.getStyleClass().addAll("text-muted", "number");
        root.getChildren().setAll(drawdown, zero, equity, highest, lowest);
        List.of(drawdown, zero, equity).forEach(node -> node.setManaged(false));
    }

    Node root() {
        return root;
    }

    /// @param next in the order of time, starting from nothing
    void show(List<Performance.EquityPoint> next) {
        points = next;
        root.requestLayout();
    }

    private void draw(double width, double height) {
        root.getChildren().forEach(node -> node.setVisible(!points.isEmpty()));
        equity.getPoints().clear();
        drawdown.getPoints().clear();
        if (points.isEmpty() || width < 4 * MARGIN) {
            return;
        }
        long high = Math.max(
                0,
                points.stream()
                        .mapToLong(Performance.EquityPoint::equityPaise)
                        .max()
                        .orElse(0));
        long low = Math.min(
                0,
                points.stream()
                        .mapToLong(Performance.EquityPoint::equityPaise)
                        .min()
                        .orElse(0));
        double perPaisa = (height - 2 * MARGIN) / Math.max(1, high - low);
        double perPoint = (width - 2 * MARGIN) / points.size();
        List<Double> line = new ArrayList<>(List.of(MARGIN, MARGIN + high * perPaisa));
        List<Double> area = new ArrayList<>(List.of(MARGIN, MARGIN));
        for (int i : sampled(points.size(), (int) width)) {
            double x = MARGIN + (i + 1) * perPoint;
            line.addAll(List.of(x, MARGIN + (high - points.get(i).equityPaise()) * perPaisa));
            area.addAll(List.of(x, MARGIN + points.get(i).drawdownPaise() * perPaisa));
        }
        area.addAll(List.of(width - MARGIN, MARGIN));
        equity.getPoints().setAll(line);
        drawdown.getPoints().setAll(area);
        zero.setStartX(MARGIN);
        zero.setEndX(width - MARGIN);
        zero.setStartY(MARGIN + high * perPaisa);
        zero.setEndY(zero.getStartY());
        highest.setText(IndianNumbers.signedRupees(high));
        lowest.setText(IndianNumbers.signedRupees(low));
        highest.setVisible(high > 0);
        lowest.setVisible(low < 0);
        highest.relocate(MARGIN + 4, MARGIN);
        lowest.relocate(MARGIN + 4, height - 2.4 * MARGIN);
    }

    /// Every point while there is a pixel for each, else one for every pixel.
    private static int[] sampled(int points, int pixels) {
        int count = Math.min(points, Math.max(1, pixels));
        int[] indexes = new int[count];
        for (int i = 0; i < count; i++) {
            indexes[i] = (int) ((i + 1L) * points / count) - 1;
        }
        return indexes;
    }
}
