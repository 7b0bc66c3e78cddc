package in.sauda.broker.upstox.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import in.sauda.core.broker.OptionData.Chain;
import in.sauda.core.broker.OptionData.Figures;
import in.sauda.core.broker.OptionData.Listing;
import in.sauda.core.broker.OptionData.Side;
import in.sauda.core.broker.OptionData.Strike;
import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.domain.Segment;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The documented replies of protocol 2.12 and 2.14.
class OptionMappingTest {
    private static final LocalDate EXPIRY = LocalDate.of(2025, 2, 13);
    private static final String STRIKE = """
            {"expiry":"2025-02-13","pcr":7515.3,"strike_price":21100,"underlying_key":"NSE_INDEX|Nifty 50",
             "underlying_spot_price":22976.2,
             "call_options":{"instrument_key":"NSE_FO|51059","market_data":{"ltp":2449.9,"volume":0,"oi":750,
              "close_price":2449.9,"bid_price":1856.65,"bid_qty":1125,"ask_price":1941.65,"ask_qty":1125,
              "prev_oi":1500},"option_greeks":{"vega":4.1731,"theta":-472.8941,"gamma":0.0001,"delta":0.743,
              "iv":262.31,"pop":40.56}},
             "put_options":{"instrument_key":"NSE_FO|51060","market_data":{"ltp":0.3,"volume":22315725,
              "oi":5636475,"close_price":0.35,"bid_price":0.3,"bid_qty":1979400,"ask_price":0.35,
              "ask_qty":2152500,"prev_oi":5797500},"option_greeks":{"vega":0.0568,"theta":-1.2461,"gamma":0,
              "delta":-0.0013,"iv":50.78,"pop":0.15}}}
            """;

    private static JsonNode json(String text) throws JsonProcessingException {
        return new ObjectMapper().readTree(text);
    }

    @Test
    void readsTheDocumentedStrike() throws JsonProcessingException {
        Chain chain = OptionMapping.chain(json("[" + STRIKE + "]"), EXPIRY, 5);
        assertThat(chain.spot()).isEqualTo(22_976_20);
        assertThat(chain.receivedMillis()).isEqualTo(5);
        assertThat(chain.putCallRatio())
                .hasValueSatisfying(ratio -> assertThat(ratio).isCloseTo(7515.3, within(1e-9)));
        Strike strike = chain.strikes().getFirst();
        assertThat(strike.price()).isEqualTo(21_100_00);
        Side put = strike.put().orElseThrow();
        assertThat(put)
                .isEqualTo(new Side(
                        new Figures(
                                new InstrumentKey(Segment.NFO, "51060"),
                                30,
                                22_315_725,
                                5_636_475,
                                -0.0013,
                                0,
                                -1.2461,
                                0.0568,
                                50.78),
                        35,
                        30,
                        1_979_400,
                        35,
                        2_152_500,
                        5_797_500));
        assertThat(OptionMapping.greeks("NIFTY", chain)).hasSize(2).first().satisfies(call -> {
            assertThat(call.strike()).isEqualTo(21_100_00);
            assertThat(call.impliedVolatility()).isEqualTo(262.31);
            assertThat(call.expiry()).isEqualTo(EXPIRY);
        });
    }

    @Test
    void sortsStrikesAndTakesMissingSidesAndGreeks() throws JsonProcessingException {
        String put = """
                {"strike_price":21050,"put_options":{"instrument_key":"NSE_FO|51058","market_data":{"ltp":0.25}}}
                """;
        Chain chain = OptionMapping.chain(json("[" + STRIKE + "," + put + "]"), EXPIRY, 0);
        assertThat(chain.strikes()).extracting(Strike::price).containsExactly(21_050_00L, 21_100_00L);
        Strike lower = chain.strikes().getFirst();
        assertThat(lower.call()).isEmpty();
        Figures figures = lower.put().orElseThrow().figures();
        assertThat(figures.delta()).isNaN();
        assertThat(figures.openInterest()).isEqualTo(-1);
        assertThat(OptionMapping.chain(json("[" + put + "]"), EXPIRY, 0).putCallRatio())
                .isEmpty();
    }

    /// A fraction there: 0.336 is 33.6 % (protocol 2.12).
    @Test
    void theGreeksCallTellsVolatilityAsAFraction() throws JsonProcessingException {
        Figures figures = OptionMapping.greeks(
                new InstrumentKey(Segment.NFO, "1"),
                json("{\"last_price\":12.5,\"volume\":75,\"iv\":0.336,\"delta\":0.5,\"oi\":1500.0}"));
        assertThat(figures.impliedVolatility()).isCloseTo(33.6, within(1e-12));
        assertThat(figures.lastPrice()).isEqualTo(12_50);
        assertThat(figures.openInterest()).isEqualTo(1_500);
    }

    @Test
    void readsContractsAndRefusesWhatIsNoOption() throws JsonProcessingException {
        String row = """
                {"name":"NIFTY","segment":"NSE_FO","expiry":"2025-02-20","instrument_key":"NSE_FO|37590",
                 "trading_symbol":"NIFTY 20000 CE 20 FEB 25","lot_size":75,"instrument_type":"CE",
                 "freeze_quantity":1800.0,"strike_price":20000.0,"weekly":true}
                """;
        assertThat(OptionMapping.contracts(json("[" + row + "]")))
                .isEqualTo(List.of(new Listing(
                        new InstrumentKey(Segment.NFO, "37590"),
                        "NIFTY 20000 CE 20 FEB 25",
                        LocalDate.of(2025, 2, 20),
                        20_000_00,
                        true,
                        75,
                        1_800,
                        true)));
        JsonNode future = json("[" + row.replace("\"CE\"", "\"FUT\"") + "]");
        assertThatThrownBy(() -> OptionMapping.contracts(future)).isInstanceOf(UnreadableException.class);
    }
}
