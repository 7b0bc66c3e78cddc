package in.sauda.broker.angelone.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import in.sauda.core.broker.AccountSnapshot.BookedPosition;
import in.sauda.core.broker.AccountSnapshot.Status;
import in.sauda.core.broker.Funds;
import in.sauda.core.broker.Paise;
import in.sauda.core.broker.support.BookRow;
import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.domain.Product;
import in.sauda.core.domain.Segment;
import in.sauda.core.domain.Side;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Replies as the broker's own client library documents them, oddities included.
class SampleRepliesTest {
    private static final String FILE = "angel_official_js_sdk_mock_responses.json";

    private static JsonNode data(String name) throws Exception {
        Optional<Path> file = Stream.of(
                        Optional.ofNullable(System.getenv("SAUDA_DATA")).orElse("../shared/data"),
                        "../shared/data",
                        "../../shared/data")
                .map(root -> Path.of(root, "rest_samples", FILE))
                .filter(Files::isRegularFile)
                .findFirst();
        assumeTrue(file.isPresent(), "sample replies are not on this computer");
        return JsonMapper.builder()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build()
                .readTree(file.orElseThrow().toFile())
                .at("/response/" + name + "/data");
    }

    @Test
    void readsAnOrderWithANumericIdAndNoToken() throws Exception {
        BookRow row = OrderBookMapping.order(data("orderBook").get(0));

        assertThat(row.order().brokerOrderId()).isEqualTo("201020000000080");
        assertThat(row.order().key()).isEqualTo(new InstrumentKey(Segment.NSE, "SBIN-EQ"));
        assertThat(row.order().side()).isEqualTo(Side.BUY);
        assertThat(row.order().status()).isEqualTo(Status.CANCELLED);
        assertThat(row.order().price()).isEqualTo(19_400);
        assertThat(row.order().updatedMillis()).isEqualTo(1_603_179_659_000L);
    }

    @Test
    void readsAPositionWhoseNumbersAreText() throws Exception {
        BookedPosition position = OrderBookMapping.position(data("getPosition").get(0));

        assertThat(position)
                .isEqualTo(new BookedPosition(
                        new InstrumentKey(Segment.NSE, "2885"),
                        "RELIANCE-EQ",
                        Product.DELIVERY,
                        1,
                        0,
                        1,
                        0,
                        223_580,
                        0,
                        0,
                        0,
                        Paise.UNKNOWN));
    }

    @Test
    void readsFundsThatAreTextOrNull() throws Exception {
        assertThat(AccountMapping.funds(data("getRMS")))
                .isEqualTo(new Funds(0, 0, 0, 0, 0, 0, 0, 0, Paise.UNKNOWN, Paise.UNKNOWN, Paise.UNKNOWN));
    }
}
