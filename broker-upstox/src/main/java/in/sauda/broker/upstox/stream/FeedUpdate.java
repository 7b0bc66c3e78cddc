package in.sauda.broker.upstox.stream;

/// One instrument's part of a frame, in the units of the wire: rupees as doubles, epoch milliseconds, quantities.
///
/// Owned and reused by a {@link FrameReader}. A sub-message that was not on the wire leaves its flag false and
/// its values at 0; inside a sub-message that was there, 0 and absence are the same thing in this protocol.
final class FeedUpdate {
    static final int LEVELS = 30;
    static final int LTPC = 0;
    static final int FULL_D5 = 1;
    static final int OPTION_GREEKS = 2;
    static final int FULL_D30 = 3;

    /// Which of the broker's messages carried it.
    enum Shape {
        NONE,
        LTPC,
        MARKET,
        INDEX,
        GREEKS
    }

    /// Place in the {@link KeyIndex}, or {@link KeyIndex#ABSENT}.
    int slot;

    Shape shape = Shape.NONE;
    /// Number of the mode, which may be one this version does not know.
    int mode;

    boolean hasPrice;
    double ltp;
    long ltt;
    long ltq;
    double cp;

    boolean hasDepth;
    int levels;
    final long[] bidQuantity = new long[LEVELS];
    final double[] bidPrice = new double[LEVELS];
    final long[] askQuantity = new long[LEVELS];
    final double[] askPrice = new double[LEVELS];

    boolean hasGreeks;
    double delta;
    double theta;
    double gamma;
    double vega;
    double rho;

    double atp;
    long vtt;
    double oi;
    double iv;
    double tbq;
    double tsq;

    final Bar day = new Bar();
    final Bar minute = new Bar();
    /// A candle of a width nobody needs, and one whose width is not known yet.
    final Bar other = new Bar();

    /// One candle of the list; {@code present} is false when the list had none of that width, and the values mean
    /// nothing then.
    static final class Bar {
        boolean present;
        double open;
        double high;
        double low;
        double close;
        long volume;
        long millis;

        void clear() {
            present = false;
            open = 0;
            high = 0;
            low = 0;
            close = 0;
            volume = 0;
            millis = 0;
        }

        void copyFrom(Bar other) {
            present = true;
            open = other.open;
            high = other.high;
            low = other.low;
            close = other.close;
            volume = other.volume;
            millis = other.millis;
        }
    }

    void clear() {
        slot = KeyIndex.ABSENT;
        shape = Shape.NONE;
        mode = LTPC;
        hasPrice = false;
        ltp = 0;
        ltt = 0;
        ltq = 0;
        cp = 0;
        hasDepth = false;
        levels = 0;
        hasGreeks = false;
        delta = 0;
        theta = 0;
        gamma = 0;
        vega = 0;
        rho = 0;
        atp = 0;
        vtt = 0;
        oi = 0;
        iv = 0;
        tbq = 0;
        tsq = 0;
        day.present = false;
        minute.present = false;
    }

    /// True when the message came with all its parts, so that a missing number is 0 and not merely left out.
    boolean whole() {
        return hasPrice && (shape == Shape.GREEKS || (shape == Shape.MARKET && hasDepth));
    }

    /// Level {@code at} of the depth, 0 where the frame has fewer.
    long bidQuantity(int at) {
        return at < levels ? bidQuantity[at] : 0;
    }

    long askQuantity(int at) {
        return at < levels ? askQuantity[at] : 0;
    }

    double bidPrice(int at) {
        return at < levels ? bidPrice[at] : 0;
    }

    double askPrice(int at) {
        return at < levels ? askPrice[at] : 0;
    }
}
