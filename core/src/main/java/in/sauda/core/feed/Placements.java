package in.sauda.core.feed;

import java.util.Arrays;

/// On which of a feed's connections each instrument is. Immutable, so any thread may read it.
public final class Placements {
    /// The feed was not asked for it.
    public static final int UNKNOWN = 0;

    /// Over the broker's limit: it is streamed as soon as there is room.
    public static final int WAITING = -1;

    /// The broker's feed does not carry such instruments.
    public static final int REFUSED = -2;

    public static final Placements NONE = new Placements(new byte[0]);

    private final byte[] byIndex;

    private Placements(byte[] byIndex) {
        this.byIndex = byIndex;
    }

    /// Number of the connection, counted from 1, or one of the constants above.
    ///
    /// @param index registry index
    public int connection(int index) {
        return index < byIndex.length ? byIndex[index] : UNKNOWN;
    }

    /// Collects placements.
    public static final class Builder {
        private byte[] byIndex = new byte[256];

        /// @param connection number of the connection or one of the constants
        public Builder put(int index, int connection) {
            if (index >= byIndex.length) {
                byIndex = Arrays.copyOf(byIndex, Math.max(index + 1, byIndex.length * 2));
            }
            byIndex[index] = (byte) connection;
            return this;
        }

        public Placements build() {
            return new Placements(byIndex.clone());
        }
    }
}
