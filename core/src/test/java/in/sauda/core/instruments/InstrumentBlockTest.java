package in.sauda.core.instruments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.domain.OptionType;
import in.sauda.core.domain.Segment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class InstrumentBlockTest {
    private static final Instrument OPTION = new Instrument(
            "angelone",
            new InstrumentKey(Segment.NFO, "43211"),
            "NIFTY24NOV2625000CE",
            "NIFTY",
            "OPTIDX",
            InstrumentCategory.OPTIONS,
            LocalDate.of(2026, 11, 24),
            2_500_000,
            OptionType.CE,
            65,
            5,
            1_755,
            false);

    @Property(tries = 200)
    void readsBackWhatWasWritten(@ForAll("instruments") List<Instrument> instruments) throws MasterFormatException {
        assertThat(decoded(InstrumentBlock.encode(instruments))).isEqualTo(instruments);
    }

    @Property(tries = 300)
    void noticesEveryChangedByte(
            @ForAll @IntRange(min = 0, max = 10_000) int at, @ForAll @IntRange(min = 1, max = 255) int by) {
        byte[] block = InstrumentBlock.encode(List.of(OPTION, OPTION));
        block[at % block.length] ^= (byte) by;
        assertThatThrownBy(() -> decoded(block)).isInstanceOf(MasterFormatException.class);
    }

    @Property(tries = 300)
    void noticesEveryCut(@ForAll @IntRange(min = 0, max = 10_000) int at) {
        byte[] block = InstrumentBlock.encode(List.of(OPTION, OPTION));
        byte[] cut = Arrays.copyOf(block, at % block.length);
        assertThatThrownBy(() -> decoded(cut)).isInstanceOf(MasterFormatException.class);
    }

    @Test
    void keepsARepeatedNameOnceOverAllBlocks() throws MasterFormatException {
        InstrumentBlock.Reader reader = new InstrumentBlock.Reader();
        List<Instrument> found = new ArrayList<>();
        reader.read(InstrumentBlock.encode(List.of(OPTION)), found);
        reader.read(InstrumentBlock.encode(List.of(OPTION)), found);
        assertThat(found.getLast().name()).isSameAs(found.getFirst().name());
        assertThat(found.getLast().expiry()).isSameAs(found.getFirst().expiry());
    }

    private static List<Instrument> decoded(byte[] block) throws MasterFormatException {
        List<Instrument> found = new ArrayList<>();
        new InstrumentBlock.Reader().read(block, found);
        return found;
    }

    @Provide
    Arbitrary<List<Instrument>> instruments() {
        Arbitrary<String> text = Arbitraries.strings().ofMaxLength(40);
        Arbitrary<InstrumentKey> key = Combinators.combine(
                        Arbitraries.of(Segment.class), text.filter(token -> !token.isBlank()))
                .as(InstrumentKey::new);
        Arbitrary<@Nullable LocalDate> expiry = Arbitraries.integers()
                .between(0, 20_000)
                .map(day -> LocalDate.EPOCH.plusDays(day))
                .injectNull(0.3);
        return Combinators.combine(
                        key,
                        text,
                        text,
                        Arbitraries.of(InstrumentCategory.class),
                        expiry,
                        Arbitraries.longs(),
                        Arbitraries.of(OptionType.class).injectNull(0.5),
                        Arbitraries.integers().between(1, 1_000_000))
                .as((k, symbol, name, category, date, price, type, lot) -> new Instrument(
                        "upstox",
                        k,
                        symbol,
                        name,
                        name,
                        category,
                        date,
                        price,
                        type,
                        lot,
                        price / 2,
                        price / 3,
                        lot % 2 == 0))
                .list()
                .ofMaxSize(50);
    }
}
