package in.sauda.broker.upstox.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import in.sauda.broker.upstox.mapping.DeskMapping.Placed;
import in.sauda.core.broker.OrderDesk.KillSwitch;
import in.sauda.core.broker.OrderDesk.Outcome;
import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.domain.Segment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Replies of protocol 2.5 and 2.7.
class DeskMappingTest {
    private final KeyBook keys = new KeyBook(List::of);

    private static JsonNode json(String text) throws JsonProcessingException {
        return new ObjectMapper().readTree(text);
    }

    @Test
    void aListTakenInPartTellsBothSides() throws JsonProcessingException {
        String partly = """
                {"status":"partial_success","data":[{"correlation_id":"1","order_id":"250101000000001"}],
                 "errors":[{"correlation_id":"2","error_code":"UDAPI1052","message":"The quantity is invalid",
                 "property_path":null,"invalid_value":null}],
                 "summary":{"total":2,"payload_error":0,"success":1,"error":1}}
                """;
        assertThat(DeskMapping.placed(json(partly)))
                .isEqualTo(Map.of(
                        "1",
                        new Placed("250101000000001", "", ""),
                        "2",
                        new Placed("", "UDAPI1052", "The quantity is invalid")));
        String rows = "[{\"correlation_id\":\"1\",\"order_id\":\"7\"}]";
        assertThat(DeskMapping.placed(json(rows))).isEqualTo(Map.of("1", new Placed("7", "", "")));
    }

    @Test
    void aCancellationTakenInPartNamesWhatIsLeft() throws JsonProcessingException {
        String partly = """
                {"status":"partial_success","data":{"order_ids":["11"]},"errors":[{"error_code":"UDAPI100040",
                 "message":"Too late","property_path":null,"invalid_value":null,"order_id":"12",
                 "instrument_key":"NSE_FO|51059"}],"summary":{"total":2,"success":1,"error":1}}
                """;
        Outcome outcome = DeskMapping.outcome(json(partly), keys);
        assertThat(outcome.orderIds()).containsExactly("11");
        assertThat(outcome.refusals()).singleElement().satisfies(refusal -> {
            assertThat(refusal.orderId()).isEqualTo("12");
            assertThat(refusal.key()).isEqualTo(Optional.of(new InstrumentKey(Segment.NFO, "51059")));
            assertThat(refusal.code()).isEqualTo("UDAPI100040");
        });
        assertThat(DeskMapping.outcome(json("{\"order_ids\":[\"1\",\"2\",\"3\"]}"), keys))
                .isEqualTo(new Outcome(List.of("1", "2", "3"), List.of()));
    }

    @Test
    void readsTheSwitchAndLeavesUnknownSegmentsOut() throws JsonProcessingException {
        String rows = """
                [{"segment":"NSE_FO","segment_status":"ACTIVE","kill_switch_enabled":true},
                 {"segment":"NSE_COM","segment_status":"INACTIVE","kill_switch_enabled":false},
                 {"segment":"MOON_FO","segment_status":"ACTIVE","kill_switch_enabled":false}]
                """;
        assertThat(DeskMapping.switches(json(rows)))
                .containsExactly(new KillSwitch(Segment.NFO, true, true), new KillSwitch(Segment.NCO, false, false));
    }
}
