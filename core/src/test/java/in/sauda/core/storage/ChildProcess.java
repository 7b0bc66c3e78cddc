package in.sauda.core.storage;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// A second JVM on the test class path, for what only a second process can show: locks and kills.
public final class ChildProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;
    private int lastCommitted;

    private ChildProcess(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    public static ChildProcess start(Class<?> main, Path home, String what) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classPath = System.getProperty("java.class.path");
        Process process = new ProcessBuilder(java, "-Xmx256m", "-cp", classPath, main.getName(), home.toString(), what)
                .redirectError(new File(home.toFile(), "child-errors.txt"))
                .start();
        return new ChildProcess(process);
    }

    /// Blocks until the child has printed the line.
    public void awaitLine(String wanted) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            note(line);
            if (line.equals(wanted)) {
                return;
            }
        }
        throw new IOException("the child ended before it printed: " + wanted);
    }

    /// SIGKILL, then reads what the child had still managed to print.
    public void kill() throws IOException {
        close();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            note(line);
        }
    }

    private void note(String line) {
        if (line.matches("committed \\d+")) {
            lastCommitted = Integer.parseInt(line.substring("committed ".length()));
        }
    }

    public int lastCommitted() {
        return lastCommitted;
    }

    @Override
    public void close() {
        // Through the handle: Process.destroyForcibly would also close the output that is still to be read.
        process.toHandle().destroyForcibly();
        process.onExit().join();
    }
}
