package in.sauda.app.theme;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// Chooses the text font: the first of the wanted families that is installed and whose digits are equally wide, so that
/// figures stand in columns. JavaFX style sheets know no fallback list and no OpenType features, hence this class.
public final class Fonts {
    private static final List<String> FAMILIES = List.of(
            "Inter", "Segoe UI", "SF Pro Text", "Helvetica Neue", "Roboto", "Noto Sans", "DejaVu Sans", "Verdana");
    private static final double USUAL_PIXELS = 12;
    /// DejaVu and Verdana are drawn wider than the others at the same size.
    private static final double WIDE_PIXELS = 11;

    /// @param pixels size of tables and forms
    public record Choice(String family, double pixels) {}

    private Fonts() {}

    /// @param wantedPixels the user's size, or 0 to choose one that suits the family
    public static Choice choose(double wantedPixels) {
        Set<String> installed = new HashSet<>(Font.getFamilies());
        String family = FAMILIES.stream()
                .filter(installed::contains)
                .filter(Fonts::tabular)
                .findFirst()
                .orElse("System");
        boolean wide = family.equals("DejaVu Sans") || family.equals("Verdana");
        return new Choice(family, wantedPixels > 0 ? wantedPixels : wide ? WIDE_PIXELS : USUAL_PIXELS);
    }

    static boolean tabular(String family) {
        Font font = Font.font(family, 20);
        double width = width(font, "0000000000");
        for (char digit = '1'; digit <= '9'; digit++) {
            if (Math.abs(width(font, Character.toString(digit).repeat(10)) - width) > 0.5) {
                return false;
            }
        }
        return true;
    }

    private static double width(Font font, String content) {
        Text text = new Text(content);
        text.setFont(font);
        return text.getLayoutBounds().getWidth();
    }
}
