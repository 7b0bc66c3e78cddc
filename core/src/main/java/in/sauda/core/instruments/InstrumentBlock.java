package in.sauda.core.instruments;

import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.domain.OptionType;
import in.sauda.core.domain.Segment;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/// Instruments packed into bytes, as the database keeps them: big-endian
/// {@code version u8, crc32 u32, texts u32, {length u16, UTF-8}…, rows u32, row…} with the checksum over everything
/// after it. Names that repeat are numbers of the list of texts, so an enum may be reordered.
final class InstrumentBlock {
    private static final byte VERSION = 2;
    private static final int HEADER_BYTES = 5;
    private static final long NO_DATE = Long.MIN_VALUE;
    private static final int NO_TEXT = -1;

    /// Nine numbers of texts; date, strike, tick and freeze; lot; flag.
    private static final int ROW_BYTES = 9 * 4 + 4 * 8 + 4 + 1;

    private InstrumentBlock() {}

    static byte[] encode(List<Instrument> instruments) {
        Map<String, Integer> texts = new LinkedHashMap<>();
        ByteBuffer rows = ByteBuffer.allocate(4 + instruments.size() * ROW_BYTES);
        rows.putInt(instruments.size());
        instruments.forEach(instrument -> write(instrument, texts, rows));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(rows.position() + texts.size() * 16);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(texts.size());
            for (String text : texts.keySet()) {
                byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
                out.writeShort(utf8.length);
                out.write(utf8);
            }
            out.write(rows.array(), 0, rows.position());
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory cannot fail", impossible);
        }
        byte[] body = bytes.toByteArray();
        return ByteBuffer.allocate(HEADER_BYTES + body.length)
                .put(VERSION)
                .putInt(checksum(ByteBuffer.wrap(body)))
                .put(body)
                .array();
    }

    private static void write(Instrument instrument, Map<String, Integer> texts, ByteBuffer row) {
        OptionType optionType = instrument.optionType();
        LocalDate expiry = instrument.expiry();
        row.putInt(number(texts, instrument.broker()))
                .putInt(number(texts, instrument.segment().name()))
                .putInt(number(texts, instrument.token()))
                .putInt(number(texts, instrument.symbol()))
                .putInt(number(texts, instrument.name()))
                .putInt(number(texts, instrument.type()))
                .putInt(number(texts, instrument.category().name()))
                .putInt(number(texts, instrument.isin()))
                .putInt(optionType == null ? NO_TEXT : number(texts, optionType.name()))
                .putLong(expiry == null ? NO_DATE : expiry.toEpochDay())
                .putLong(instrument.strike())
                .putLong(instrument.tickSize())
                .putLong(instrument.freezeQuantity())
                .putInt(instrument.lotSize())
                .put((byte) (instrument.closingAuction() ? 1 : 0));
    }

    private static int number(Map<String, Integer> texts, String text) {
        Integer known = texts.get(text);
        if (known != null) {
            return known;
        }
        texts.put(text, texts.size());
        return texts.size() - 1;
    }

    private static int checksum(ByteBuffer body) {
        CRC32 crc = new CRC32();
        crc.update(body);
        return (int) crc.getValue();
    }

    /// Reads the blocks of one master; equal names and dates of all of them are kept once. For one thread.
    static final class Reader {
        private final Map<String, String> names = new HashMap<>();
        private final Map<Long, LocalDate> dates = new HashMap<>();

        /// Appends the instruments of one block.
        ///
        /// @throws MasterFormatException when the block is damaged or of another version
        void read(byte[] block, List<Instrument> into) throws MasterFormatException {
            ByteBuffer bytes = ByteBuffer.wrap(block);
            if (block.length < HEADER_BYTES || bytes.get() != VERSION) {
                throw new MasterFormatException("A block of instruments has a version this program does not know.");
            }
            if (bytes.getInt() != checksum(bytes.slice())) {
                throw new MasterFormatException("A block of instruments is damaged.");
            }
            try {
                List<String> texts = texts(bytes, block);
                for (int rows = bytes.getInt(); rows > 0; rows--) {
                    into.add(instrument(bytes, texts));
                }
            } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException broken) {
                throw new MasterFormatException("A block of instruments cannot be read: " + broken);
            }
        }

        private static List<String> texts(ByteBuffer bytes, byte[] block) {
            int count = bytes.getInt();
            List<String> texts = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                int length = Short.toUnsignedInt(bytes.getShort());
                texts.add(new String(block, bytes.position(), length, StandardCharsets.UTF_8));
                bytes.position(bytes.position() + length);
            }
            return texts;
        }

        private Instrument instrument(ByteBuffer row, List<String> texts) {
            String broker = name(texts.get(row.getInt()));
            Segment segment = Segment.valueOf(texts.get(row.getInt()));
            String token = texts.get(row.getInt());
            String symbol = texts.get(row.getInt());
            String name = name(texts.get(row.getInt()));
            String type = name(texts.get(row.getInt()));
            InstrumentCategory category = InstrumentCategory.valueOf(texts.get(row.getInt()));
            String isin = texts.get(row.getInt());
            int optionType = row.getInt();
            LocalDate expiry = date(row.getLong());
            long strike = row.getLong();
            long tickSize = row.getLong();
            long freezeQuantity = row.getLong();
            int lotSize = row.getInt();
            return new Instrument(
                    broker,
                    new InstrumentKey(segment, token),
                    symbol,
                    name,
                    type,
                    category,
                    expiry,
                    strike,
                    optionType == NO_TEXT ? null : OptionType.valueOf(texts.get(optionType)),
                    lotSize,
                    tickSize,
                    freezeQuantity,
                    row.get() != 0,
                    isin);
        }

        private String name(String text) {
            String known = names.putIfAbsent(text, text);
            return known == null ? text : known;
        }

        private @Nullable LocalDate date(long epochDay) {
            return epochDay == NO_DATE ? null : dates.computeIfAbsent(epochDay, LocalDate::ofEpochDay);
        }
    }
}
