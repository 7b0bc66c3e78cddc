package in.sauda.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import javafx.application.Platform;
import javafx.scene.Node;

@AnalyzeClasses(packages = "in.sauda.app", importOptions = ImportOption.DoNotIncludeTests.class)
class ViewArchitectureTest {
    private static final String[] VIEWS = {
        "..fx..",
        "..theme..",
        "..settings..",
        "..link..",
        "..shell..",
        "..watchlist..",
        "..search..",
        "..depth..",
        "..orderticket..",
        "..confirm..",
        "..orders..",
        "..positions..",
        "..signals..",
        "..login..",
        "..logs..",
        "..diagnostics..",
        "..status..",
        "..instruments..",
        "..account..",
        "..subscriptions..",
        "..health..",
        "..chart..",
        "..options..",
        "..brokers..",
        "..desk..",
        "..prices..",
        "..strategies..",
        "..dashboard..",
        "..inspector..",
        "..review..",
        "..replay..",
        "..timeline..",
        "..alerts..",
        "..lists..",
        "..truth.."
    };

    @ArchTest
    static final ArchRule viewsSpeakOnlyToTheCore = noClasses()
            .that()
            .resideInAnyPackage(VIEWS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "okhttp3..",
                    "java.net.http..",
                    "java.sql..",
                    "org.jdbi..",
                    "org.h2..",
                    "in.sauda.broker..",
                    "in.sauda.simulator..",
                    "in.sauda.core.engine..",
                    "in.sauda.core.storage..")
            .because("a view that knows a database or a broker cannot be shown on a test's terminal or in a replay");

    @ArchTest
    static final ArchRule oneDoorToTheFxThread = noClasses()
            .that()
            .resideInAnyPackage(VIEWS)
            .and()
            .resideOutsideOfPackage("..fx..")
            .should()
            .callMethod(Platform.class, "runLater", Runnable.class)
            .because("20,000 posted updates a second left 16 frames; what is frequent goes through the pulse");

    @ArchTest
    static final ArchRule viewModelsHaveNoNodes = noClasses()
            .that()
            .haveSimpleNameEndingWith("ViewModel")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx.scene..", "javafx.stage..")
            .because("a view model is tested without a screen");

    @ArchTest
    static final ArchRule coloursComeFromTokens = noClasses()
            .that()
            .resideInAnyPackage(VIEWS)
            .should()
            .callMethod(Node.class, "setStyle", String.class)
            .because("a colour set in code is not changed by the theme, the palette or the contrast test");
}
