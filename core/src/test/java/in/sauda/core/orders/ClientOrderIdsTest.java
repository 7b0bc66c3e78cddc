package in.sauda.core.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClientOrderIdsTest {
    @Test
    void neverRepeatsWithinOrAcrossRuns() {
        Set<ClientOrderId> given = new HashSet<>();
        for (long start = 1_795_000_000_000L; start < 1_795_000_000_003L; start++) {
            ClientOrderIds ids = new ClientOrderIds(start);
            for (int i = 0; i < 1_000; i++) {
                assertThat(given.add(ids.next())).isTrue();
            }
        }
        assertThat(given).allMatch(id -> id.value().length() <= 19);
    }
}
