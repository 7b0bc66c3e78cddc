package in.sauda.broker.angelone.stream;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// From a packet's exchange type and token bytes to the instrument's registry index, without allocation.
///
/// Immutable: a new one replaces the old whenever subscriptions change, so the decoding thread never locks.
/// Tokens are not always numeric, so they are compared as bytes: three words, and a fourth that holds the last
/// byte, the exchange type and the index. Open addressing with linear probing, at most half full; a slot is 32
/// bytes, half a cache line.
final class TokenIndex {
    static final int ABSENT = -1;
    static final TokenIndex EMPTY = new Builder(0).build();

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, LITTLE_ENDIAN);
    private static final int SLOT_WORDS = 4;
    private static final int WORD = Long.BYTES;
    private static final int LAST_BYTE = FrameLayout.TOKEN + 3 * WORD;
    private static final long IDENTITY_MASK = 0xFFFFFFFFL;
    private static final long OCCUPIED = 1L << 31;
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;

    private final long[] slots;
    private final int slotMask;

    private TokenIndex(long[] slots) {
        this.slots = slots;
        this.slotMask = slots.length / SLOT_WORDS - 1;
    }

    /// Looks up the token of a frame that is at least as long as the shortest packet.
    ///
    /// @return the registry index, or {@link #ABSENT}
    int find(byte[] frame) {
        long first = (long) LONG.get(frame, FrameLayout.TOKEN);
        long second = 0;
        long third = 0;
        long identity = OCCUPIED | ((frame[FrameLayout.EXCHANGE_TYPE] & 0xFFL) << 8);
        long zeros = zeroBytes(first);
        if (zeros != 0) {
            first &= below(zeros);
        } else {
            second = (long) LONG.get(frame, FrameLayout.TOKEN + WORD);
            zeros = zeroBytes(second);
            if (zeros != 0) {
                second &= below(zeros);
            } else {
                third = (long) LONG.get(frame, FrameLayout.TOKEN + 2 * WORD);
                zeros = zeroBytes(third);
                if (zeros != 0) {
                    third &= below(zeros);
                } else {
                    identity |= frame[LAST_BYTE] & 0xFFL;
                }
            }
        }
        return probe(first, second, third, identity);
    }

    private int probe(long first, long second, long third, long identity) {
        long[] table = slots;
        int slot = hash(first, second, third, identity) & slotMask;
        while (true) {
            int at = slot * SLOT_WORDS;
            long last = table[at + 3];
            if (last == 0) {
                return ABSENT;
            }
            if (table[at] == first
                    && (last & IDENTITY_MASK) == identity
                    && table[at + 1] == second
                    && table[at + 2] == third) {
                return (int) (last >>> Integer.SIZE);
            }
            slot = (slot + 1) & slotMask;
        }
    }

    /// The high bit of the lowest zero byte; higher bits may be set too, so only the lowest counts.
    private static long zeroBytes(long word) {
        return (word - ONES) & ~word & HIGH_BITS;
    }

    /// All bits of the bytes before the first zero byte: whatever follows the end of a token is not part of it.
    private static long below(long zeros) {
        return (Long.lowestOneBit(zeros) >>> 7) - 1;
    }

    private static int hash(long first, long second, long third, long identity) {
        long mixed = (first ^ (second * 31) ^ (third * 961) ^ (identity << 40)) * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> Integer.SIZE);
    }

    /// True when the feed's token field can carry it: 1 to 25 visible ASCII characters.
    static boolean fits(String token) {
        return !token.isEmpty()
                && token.length() <= FrameLayout.TOKEN_LENGTH
                && token.chars().allMatch(c -> c > ' ' && c < 0x7F);
    }

    /// Collects tokens for one table.
    static final class Builder {
        private final long[] slots;
        private final int slotMask;

        Builder(int tokens) {
            int capacity = Integer.highestOneBit(Math.max(4, tokens) * 4 - 1);
            slots = new long[capacity * SLOT_WORDS];
            slotMask = capacity - 1;
        }

        /// @throws IllegalArgumentException when the token does not fit the field
        Builder put(int exchangeType, String token, int index) {
            if (!fits(token)) {
                throw new IllegalArgumentException("not a feed token: " + token);
            }
            byte[] padded = Arrays.copyOf(token.getBytes(StandardCharsets.US_ASCII), FrameLayout.TOKEN_LENGTH);
            long first = (long) LONG.get(padded, 0);
            long second = (long) LONG.get(padded, WORD);
            long third = (long) LONG.get(padded, 2 * WORD);
            long identity = OCCUPIED | ((long) exchangeType << 8) | (padded[3 * WORD] & 0xFFL);
            int slot = hash(first, second, third, identity) & slotMask;
            while (slots[slot * SLOT_WORDS + 3] != 0) {
                slot = (slot + 1) & slotMask;
            }
            int at = slot * SLOT_WORDS;
            slots[at] = first;
            slots[at + 1] = second;
            slots[at + 2] = third;
            slots[at + 3] = ((long) index << Integer.SIZE) | identity;
            return this;
        }

        TokenIndex build() {
            return new TokenIndex(slots);
        }
    }
}
