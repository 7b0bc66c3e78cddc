package in.sauda.app.instruments;

import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.app.fx.Tone;
import in.sauda.app.testkit.FakeMasters;
import in.sauda.app.testkit.Instruments;
import in.sauda.core.instruments.ImportStage;
import java.util.List;
import org.junit.jupiter.api.Test;

class MastersViewModelTest {
    private final FakeMasters masters = new FakeMasters(List.of(Instruments.SBIN, Instruments.RELIANCE));
    private final MastersViewModel model = new MastersViewModel(masters, Runnable::run);

    @Test
    void saysHowManyHowOldAndFromWhere() {
        model.attach();
        MastersViewModel.Line line = model.lines().getFirst();
        assertThat(line.words()).isEqualTo("2 instruments · fetched 21 Sep 08:36 (2 h ago) · download");
        assertThat(line.rejected()).isEqualTo("3 rows rejected:\n2  unknown segment NSEIX\n1  missing token");
        assertThat(line.state()).isEmpty();
        assertThat(line.tone()).isEqualTo(Tone.GOOD);
    }

    @Test
    void showsARefreshUntilItEnds() {
        model.attach();
        model.refresh("angelone");
        assertThat(line().refreshing()).isTrue();
        masters.reach(ImportStage.DOWNLOADING, 12_340_000);
        assertThat(line().state()).isEqualTo("Downloading, 12.3 MB so far");
        masters.reach(ImportStage.READING, 85_000);
        assertThat(line().state()).isEqualTo("Reading, 85,000 so far");
        masters.finish("The server is down.");
        assertThat(line().refreshing()).isFalse();
        assertThat(line().state()).isEqualTo("Not refreshed: The server is down.");
        assertThat(line().tone()).isEqualTo(Tone.WARNING);
    }

    @Test
    void cancelsARefresh() {
        model.attach();
        model.refresh("angelone");
        model.cancel("angelone");
        assertThat(masters.cancelled()).containsExactly("angelone");
        assertThat(line().state()).isEqualTo("Cancelling …");
        masters.finish("");
        assertThat(line().state()).isEmpty();
    }

    @Test
    void tellsAgesInTheUnitPeopleUse() {
        assertThat(MastersViewModel.age(20_000)).isEqualTo("less than a minute");
        assertThat(MastersViewModel.age(60_000)).isEqualTo("1 minute");
        assertThat(MastersViewModel.age(90 * 60_000)).isEqualTo("90 minutes");
        assertThat(MastersViewModel.age(47 * 3_600_000L)).isEqualTo("47 h");
        assertThat(MastersViewModel.age(72 * 3_600_000L)).isEqualTo("3 days");
    }

    private MastersViewModel.Line line() {
        return model.lines().getFirst();
    }
}
