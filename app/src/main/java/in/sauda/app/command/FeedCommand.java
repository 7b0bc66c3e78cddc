package in.sauda.app.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import in.sauda.app.session.Brokers;
import in.sauda.app.session.Sentences;
import in.sauda.core.broker.FrameInspector;
import in.sauda.core.broker.MalformedFrameException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// {@code sauda feed …}: looks at market-data frames.
@Command(
        name = "feed",
        mixinStandardHelpOptions = true,
        description = "Looks at market-data frames.",
        subcommands = FeedCommand.Decode.class)
final class FeedCommand {

    /// Decodes hex frames, one per line, into JSON objects, one per line.
    @Command(
            name = "decode",
            mixinStandardHelpOptions = true,
            description =
                    "Decodes frames written in hex, one per line, into one JSON object per line with raw wire units. "
                            + "A bad frame gives {\"error\", \"offset\"} on its line and exit code 1 at the end.")
    static final class Decode implements Callable<Integer> {
        @Spec
        @SuppressWarnings("NullAway.Init") // set by picocli
        private CommandSpec spec;

        @Option(
                names = "--broker",
                paramLabel = "BROKER",
                defaultValue = "angelone",
                description = "Whose frames. Default: ${DEFAULT-VALUE}.")
        private String broker = "angelone";

        @Parameters(paramLabel = "FILE|-", description = "File of hex frames, or - for standard input.")
        private String source = "-";

        @Override
        public Integer call() {
            FrameInspector inspector = Brokers.named(broker)
                    .frameInspector()
                    .orElseThrow(() ->
                            new CommandFailure("The feed of '" + broker + "' cannot be decoded by this version."));
            try (BufferedReader reader = open()) {
                return decode(reader, spec.commandLine().getOut(), inspector) ? ExitCode.OK : ExitCode.FAILED;
            } catch (IOException e) {
                throw new CommandFailure(Sentences.of(e), e);
            }
        }

        private BufferedReader open() throws IOException {
            return source.equals("-")
                    ? new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                    : Files.newBufferedReader(Path.of(source), StandardCharsets.UTF_8);
        }

        /// Returns true when every frame was good.
        static boolean decode(BufferedReader lines, PrintWriter out, FrameInspector inspector) throws IOException {
            boolean allGood = true;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String hex = line.strip();
                if (hex.isEmpty()) {
                    continue;
                }
                Map<String, Object> object;
                try {
                    object = inspector.inspect(parseHex(hex));
                } catch (MalformedFrameException e) {
                    allGood = false;
                    object = new LinkedHashMap<>();
                    object.put("error", String.valueOf(e.getMessage()));
                    object.put("offset", e.offset());
                }
                out.println(toJson(object));
            }
            out.flush();
            return allGood;
        }

        private static byte[] parseHex(String hex) throws MalformedFrameException {
            for (int i = 0; i < hex.length(); i++) {
                if (!HexFormat.isHexDigit(hex.charAt(i))) {
                    throw new MalformedFrameException("'" + hex.charAt(i) + "' is not a hex digit", i / 2);
                }
            }
            if (hex.length() % 2 != 0) {
                throw new MalformedFrameException(
                        "half a byte at the end: " + hex.length() + " hex digits", hex.length() / 2);
            }
            return HexFormat.of().parseHex(hex);
        }

        private static String toJson(Map<String, Object> object) {
            try {
                return Json.MAPPER.writeValueAsString(object);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("a frame's values are always plain JSON values", e);
            }
        }
    }
}
