package in.sauda.core.instruments;

import java.io.IOException;

/// A file that is not a usable instrument master. The message is one sentence for the user.
public final class MasterFormatException extends IOException {
    private static final long serialVersionUID = 1L;

    public MasterFormatException(String sentence) {
        super(sentence);
    }

    public MasterFormatException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
