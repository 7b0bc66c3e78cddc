package in.sauda.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the core alone costs: the exchange runs in a process of its own, as a broker does. Linux only: it reads /proc.
final class HeadlessMeasurement implements Measurement {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final int SYMBOLS = 200;
    private static final int WARM_UP_SECONDS = 45;
    private static final int MEASURED_SECONDS = 60;
    private static final double CLOCK_TICKS_PER_SECOND = 100;

    @Override
    public String name() {
        return "headless";
    }

    @Override
    public String description() {
        return "memory and processor share of the headless core on 200 symbols, the exchange in another process";
    }

    @Override
    public void run() throws Exception {
        Path home = Distribution.scratch();
        Process exchange = Distribution.start(
                "", "simulate", "--home", home.resolve("exchange").toString());
        try (BufferedReader ready = reader(exchange)) {
            Process core = Distribution.start(
                    "",
                    "demo",
                    "--headless",
                    "--symbols",
                    Integer.toString(SYMBOLS),
                    "--home",
                    home.resolve("core").toString(),
                    "--exchange",
                    String.valueOf(ready.readLine()));
            try (BufferedReader status = reader(core)) {
                measure(core, status);
            } finally {
                core.destroy();
                core.waitFor();
            }
        } finally {
            exchange.destroy();
            exchange.waitFor();
            Distribution.delete(home);
        }
    }

    private static void measure(Process core, BufferedReader status) throws IOException {
        skip(status, WARM_UP_SECONDS);
        JsonNode before = line(status);
        double secondsBefore = processorSeconds(core);
        skip(status, MEASURED_SECONDS - 1);
        JsonNode after = line(status);
        double share = 100 * (processorSeconds(core) - secondsBefore) / MEASURED_SECONDS;
        double ticks =
                (double) (after.path("ticks").asLong() - before.path("ticks").asLong()) / MEASURED_SECONDS;
        System.out.printf(
                "%d symbols, %.0f ticks/s over %d s, feed age %d ms%n",
                after.path("subscribed").asInt(),
                ticks,
                MEASURED_SECONDS,
                after.path("feedAgeMs").asLong());
        System.out.printf("resident memory  %5d MB      target < 250 MB%n", residentMegabytes(core));
        System.out.printf("processor        %5.1f %%       target < 10 %% of one core%n", share);
    }

    private static BufferedReader reader(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    private static void skip(BufferedReader status, int seconds) throws IOException {
        for (int second = 0; second < seconds; second++) {
            line(status);
        }
    }

    private static JsonNode line(BufferedReader status) throws IOException {
        String line = status.readLine();
        if (line == null) {
            throw new IOException("the core ended early");
        }
        return JSON.readTree(line);
    }

    private static long residentMegabytes(Process process) throws IOException {
        Matcher found = RESIDENT.matcher(Files.readString(Path.of("/proc/" + process.pid() + "/status")));
        if (!found.find()) {
            throw new IOException("/proc names no resident memory");
        }
        return Long.parseLong(found.group(1)) / 1024;
    }

    /// User and system time of the process; the name in parentheses may contain spaces, so count from its end.
    private static double processorSeconds(Process process) throws IOException {
        String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / CLOCK_TICKS_PER_SECOND;
    }
}
