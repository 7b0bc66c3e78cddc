package in.sauda.core.candlefile;

/// A candle file cannot be used at all; the message is a sentence a user can act on.
public final class CandleFileException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public CandleFileException(String sentence) {
        super(sentence);
    }
}
