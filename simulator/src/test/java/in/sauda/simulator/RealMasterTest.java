package in.sauda.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import in.sauda.core.domain.Segment;
import in.sauda.core.time.SystemTime;
import in.sauda.simulator.master.Contract;
import in.sauda.simulator.master.ContractCatalog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RealMasterTest {
    private static final String FILE = "angel/DERIVED_OpenAPIScripMaster_shape_from_upstox_2025-12-09.json.gz";

    private static Optional<Path> file() {
        return Stream.of(System.getenv().getOrDefault("SAUDA_DATA", ""), "../shared/data", "../../shared/data")
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder).resolve(FILE))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    @Test
    void servesAndTradesAGivenMaster() throws Exception {
        assumeTrue(file().isPresent(), "the shared test data is absent");
        SystemTime time = new SystemTime();
        SimulatorOptions options =
                SimulatorOptions.defaults(LocalDate.of(2026, 11, 20)).withMaster(file().orElseThrow());
        try (Simulator simulator = Simulator.start(options, time);
                TestClient client = new TestClient(simulator, time)) {
            simulator.server().setRateLimits(false);
            ContractCatalog catalog = simulator.catalog();
            assertThat(catalog.size()).isGreaterThan(87_000);
            assertThat(simulator.clock().date()).isEqualTo(LocalDate.of(2025, 12, 9));
            assertThat(simulator.activeSymbols()).hasSize(200);
            client.login();
            Contract option = catalog.in(Segment.NFO)
                    .filter(row ->
                            row.kind() == Contract.Kind.OPTION && row.name().equals("SBIN"))
                    .filter(row -> row.toRupees(row.strike()) == 960)
                    .findFirst()
                    .orElseThrow();
            JsonNode quote = client.post(
                    "market/v1/quote", "{\"mode\":\"FULL\",\"exchangeTokens\":{\"NFO\":[\"" + option.token() + "\"]}}");
            assertThat(quote.path("data").path("fetched").get(0).path("ltp").asDouble())
                    .isBetween(0.05, 200.0);
        }
    }
}
