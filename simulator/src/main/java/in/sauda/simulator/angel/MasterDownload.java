package in.sauda.simulator.angel;

import in.sauda.simulator.master.MasterFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/// Serves the scrip master: no login, ETag, gzip where accepted, Range to resume a cut transfer (protocol 3.1).
final class MasterDownload {
    static final String PATH = "/OpenAPI_File/files/OpenAPIScripMaster.json";
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d*)");

    private record Slice(long from, long to) {}

    private final Supplier<MasterFile> file;

    MasterDownload(Supplier<MasterFile> file) {
        this.file = file;
    }

    void serve(Request request, Response response) throws IOException {
        MasterFile master = file.get();
        response.getHeaders().put(HttpHeader.ETAG, master.entityTag());
        response.getHeaders().put(HttpHeader.ACCEPT_RANGES, "bytes");
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        response.getHeaders().put(HttpHeader.VARY, "Accept-Encoding");
        if (master.entityTag().equals(request.getHeaders().get(HttpHeader.IF_NONE_MATCH))) {
            response.setStatus(304);
            return;
        }
        String range = request.getHeaders().get(HttpHeader.RANGE);
        if (range != null) {
            serveRange(master, range, response);
        } else if (Optional.ofNullable(request.getHeaders().get(HttpHeader.ACCEPT_ENCODING))
                .orElse("")
                .contains("gzip")) {
            byte[] compressed = master.gzip();
            response.getHeaders().put(HttpHeader.CONTENT_ENCODING, "gzip");
            response.getHeaders().put(HttpHeader.CONTENT_LENGTH, compressed.length);
            try (OutputStream out = Content.Sink.asOutputStream(response)) {
                out.write(compressed);
            }
        } else {
            copy(master, new Slice(0, master.length() - 1L), response);
        }
    }

    private static void serveRange(MasterFile master, String range, Response response) throws IOException {
        Optional<Slice> slice = slice(range, master.length());
        if (slice.isEmpty()) {
            response.setStatus(416);
            response.getHeaders().put(HttpHeader.CONTENT_RANGE, "bytes */" + master.length());
            return;
        }
        Slice wanted = slice.get();
        response.setStatus(206);
        response.getHeaders()
                .put(HttpHeader.CONTENT_RANGE, "bytes " + wanted.from() + "-" + wanted.to() + "/" + master.length());
        copy(master, wanted, response);
    }

    private static Optional<Slice> slice(String range, int length) {
        Matcher matcher = RANGE.matcher(range);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long from = Long.parseLong(matcher.group(1));
        long to = matcher.group(2).isEmpty() ? length - 1L : Math.min(length - 1L, Long.parseLong(matcher.group(2)));
        return from > to ? Optional.empty() : Optional.of(new Slice(from, to));
    }

    private static void copy(MasterFile master, Slice slice, Response response) throws IOException {
        long left = slice.to() - slice.from() + 1;
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, left);
        try (InputStream in = master.open(slice.from());
                OutputStream out = Content.Sink.asOutputStream(response)) {
            byte[] buffer = new byte[32 * 1024];
            while (left > 0) {
                int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    throw new IOException("the master ended early");
                }
                out.write(buffer, 0, read);
                left -= read;
            }
        }
    }
}
