package in.sauda.broker.upstox.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import in.sauda.core.broker.MarketInformation.Holiday;
import in.sauda.core.broker.MarketInformation.Hours;
import in.sauda.core.broker.MarketInformation.Status;
import in.sauda.core.domain.Segment;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Replies of protocol 2.15.
class MarketMappingTest {
    private static JsonNode json(String text) throws JsonProcessingException {
        return new ObjectMapper().readTree(text);
    }

    /// MCX may trade in the evening of a holiday, and a settlement holiday closes nothing.
    @Test
    void whoTradesStandsInTheListsAndNotInTheKind() throws JsonProcessingException {
        String rows = """
                [{"date":"2026-03-20","description":"Settlement","holiday_type":"SETTLEMENT_HOLIDAY",
                  "closed_exchanges":[],"open_exchanges":[]},
                 {"date":"2026-01-26","description":"Republic Day","holiday_type":"TRADING_HOLIDAY",
                  "closed_exchanges":["NSE","NFO","MOON"],"open_exchanges":[{"exchange":"MCX",
                  "start_time":1769427000000,"end_time":1769452200000}]}]
                """;
        assertThat(MarketMapping.holidays(json(rows)))
                .containsExactly(new Holiday(
                        LocalDate.of(2026, 1, 26),
                        "Republic Day",
                        Set.of(Segment.NSE, Segment.NFO),
                        List.of(new Hours(Segment.MCX, 1_769_427_000_000L, 1_769_452_200_000L))));
    }

    /// New words came in August 2026, so more may.
    @Test
    void onlyTheKnownWordMeansOpen() throws JsonProcessingException {
        String open = "{\"exchange\":\"NSE\",\"status\":\"%s\",\"last_updated\":1705981920000}";
        assertThat(MarketMapping.status(Segment.NSE, json(open.formatted("NORMAL_OPEN"))))
                .isEqualTo(new Status(Segment.NSE, "NORMAL_OPEN", true, 1_705_981_920_000L));
        assertThat(MarketMapping.status(Segment.NSE, json(open.formatted("CTS_CLOSE")))
                        .open())
                .isFalse();
        assertThat(MarketMapping.exchange(Segment.NCO)).isEqualTo("NSCOM");
    }
}
