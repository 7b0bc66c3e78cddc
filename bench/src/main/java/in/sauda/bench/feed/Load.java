package in.sauda.bench.feed;

import in.sauda.core.instruments.Instrument;
import java.nio.ByteBuffer;
import java.util.List;

/// What a broker's feed carries under load: its instruments, and a frame of each in which only times and volume change.
enum Load {
    ANGEL_ONE(LoadFrames.INSTRUMENTS) {
        @Override
        List<Instrument> instruments() {
            return LoadFrames.instruments();
        }

        @Override
        byte[] frame(int number) {
            return LoadFrames.frame(number);
        }

        @Override
        void stamp(ByteBuffer frame, long sequence, long wallMillis) {
            LoadFrames.stamp(frame, sequence, wallMillis);
        }
    },
    UPSTOX(UpstoxLoadFrames.INSTRUMENTS) {
        @Override
        List<Instrument> instruments() {
            return UpstoxLoadFrames.instruments();
        }

        @Override
        byte[] frame(int number) {
            return UpstoxLoadFrames.frame(number);
        }

        @Override
        void stamp(ByteBuffer frame, long sequence, long wallMillis) {
            UpstoxLoadFrames.stamp(frame, sequence, wallMillis);
        }
    };

    private final int size;

    Load(int size) {
        this.size = size;
    }

    int size() {
        return size;
    }

    abstract List<Instrument> instruments();

    abstract byte[] frame(int number);

    /// Makes a little-endian frame new; its open interest is the moment of sending.
    abstract void stamp(ByteBuffer frame, long sequence, long wallMillis);
}
