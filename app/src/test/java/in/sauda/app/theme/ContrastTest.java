package in.sauda.app.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Text must be legible on every ground it can stand on: contrast of at least 4.5 to 1 (WCAG 2.2, 1.4.3).
class ContrastTest {
    private static final double LEAST = 4.5;
    private static final Pattern TOKEN = Pattern.compile("(-color-[a-z-]+): (#[0-9a-f]{6});");
    private static final List<String> TEXTS = List.of(
            "text",
            "text-muted",
            "text-faint",
            "up-fg",
            "down-fg",
            "buy-fg",
            "sell-fg",
            "good-fg",
            "warning-text",
            "danger-text",
            "bid-fg",
            "ask-fg");
    private static final List<String> GROUNDS = List.of("surface", "surface-raised", "surface-hover");
    private static final List<String> FILLS =
            List.of("buy", "buy-hover", "sell", "sell-hover", "mode-demo", "mode-paper", "mode-live");

    @ParameterizedTest
    @ValueSource(strings = {"dark", "light"})
    void textIsLegible(String theme) throws IOException {
        check(tokens("tokens-" + theme + ".css"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dark", "light"})
    void colourBlindTextIsLegible(String theme) throws IOException {
        Map<String, Color> tokens = tokens("tokens-" + theme + ".css");
        tokens.putAll(tokens("tokens-colour-blind-" + theme + ".css"));
        check(tokens);
        assertThat(tokens)
                .containsEntry("up-fill", Color.web("#0072b2"))
                .containsEntry("down-fill", Color.web("#e69f00"));
    }

    private static void check(Map<String, Color> tokens) {
        for (String text : TEXTS) {
            GROUNDS.forEach(ground -> legible(tokens, text, ground));
        }
        for (String text : List.of("text", "text-muted", "up-fg", "down-fg", "buy-fg", "sell-fg", "warning-text")) {
            legible(tokens, text, "surface-selected");
        }
        FILLS.forEach(fill -> legible(tokens, "on-action", fill));
        legible(tokens, "text", "up-flash");
        legible(tokens, "text", "down-flash");
        legible(tokens, "text", "bid-bg");
        legible(tokens, "bid-fg", "bid-bg");
        legible(tokens, "ask-fg", "ask-bg");
        for (String ground : List.of("buy-ground", "sell-ground")) {
            List.of("text", "text-muted", "warning-text", "good-fg").forEach(text -> legible(tokens, text, ground));
        }
        legible(tokens, "warning-text", "warning-ground");
        legible(tokens, "danger-text", "danger-ground");
    }

    private static void legible(Map<String, Color> tokens, String text, String ground) {
        double contrast = contrast(color(tokens, text), color(tokens, ground));
        assertThat(contrast).as("%s on %s", text, ground).isGreaterThanOrEqualTo(LEAST);
    }

    private static Color color(Map<String, Color> tokens, String name) {
        return Objects.requireNonNull(tokens.get(name), name);
    }

    private static double contrast(Color one, Color other) {
        double first = luminance(one);
        double second = luminance(other);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }

    private static Map<String, Color> tokens(String name) throws IOException {
        try (InputStream stream = Objects.requireNonNull(Appearance.class.getResourceAsStream(name), name)) {
            Map<String, Color> tokens = new HashMap<>();
            Matcher matcher = TOKEN.matcher(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
            while (matcher.find()) {
                tokens.put(matcher.group(1).substring("-color-".length()), Color.web(matcher.group(2)));
            }
            return tokens;
        }
    }
}
