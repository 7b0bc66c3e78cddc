package in.sauda.broker.angelone.master;

import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;

/// A server that cuts the first transfer of a file in its middle and serves ranges of it afterwards.
final class ResumingDispatcher extends Dispatcher {
    private final String file;

    ResumingDispatcher(String file) {
        this.file = file;
    }

    @Override
    public MockResponse dispatch(RecordedRequest request) {
        String range = request.getHeaders().get("Range");
        if (range == null) {
            return new MockResponse.Builder()
                    .body(file)
                    .setHeader("ETag", "\"v1\"")
                    .onResponseBody(SocketEffect.ShutdownConnection.INSTANCE)
                    .build();
        }
        int from = Integer.parseInt(range.substring("bytes=".length(), range.length() - 1));
        return new MockResponse.Builder()
                .code("\"v1\"".equals(request.getHeaders().get("If-Range")) ? 206 : 412)
                .body(file.substring(from))
                .build();
    }
}
