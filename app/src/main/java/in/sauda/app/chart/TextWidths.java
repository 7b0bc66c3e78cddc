package in.sauda.app.chart;

import java.util.Arrays;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// Width of short labels in one font, measured once per character so that a frame never lays text out.
final class TextWidths {
    private final double[] widths = new double[128];
    private final Text probe = new Text();

    TextWidths(Font font) {
        probe.setFont(font);
        Arrays.fill(widths, -1);
    }

    double of(String text) {
        double width = 0;
        for (int i = 0; i < text.length(); i++) {
            width += of(text.charAt(i));
        }
        return width;
    }

    private double of(char character) {
        int slot = character < widths.length ? character : 'm';
        if (widths[slot] < 0) {
            probe.setText(Character.toString((char) slot));
            widths[slot] = probe.getLayoutBounds().getWidth();
        }
        return widths[slot];
    }
}
