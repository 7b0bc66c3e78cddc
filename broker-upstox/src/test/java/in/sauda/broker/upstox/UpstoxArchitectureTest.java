package in.sauda.broker.upstox;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;

@AnalyzeClasses(packages = "in.sauda.broker.upstox", importOptions = ImportOption.DoNotIncludeTests.class)
class UpstoxArchitectureTest {
    @ArchTest
    static final ArchRule mappingIsPure = noClasses()
            .that()
            .resideInAPackage("..mapping..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "okhttp3..", "okio..", "java.net..", "java.nio.file..", "..rest..", "in.sauda..stream..")
            .because("what a value means must be testable without a connection");

    @ArchTest
    static final ArchRule httpStaysAtTheEdge = noClasses()
            .that()
            .resideOutsideOfPackages("..rest..", "..stream..", "..session..", "..master..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("okhttp3..", "okio..")
            .because("orders and mapping speak in calls and replies, so that the HTTP library can be replaced");

    @ArchTest
    static final ArchRule knowsNoOtherModule = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("in.sauda.simulator..", "in.sauda.app..", "in.sauda.broker.angelone..", "javafx..")
            .because("an adapter that could tell the simulator from the broker would not be tested by it");

    @ArchTest
    static final ArchRule noWallClock = noClasses()
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Instant.class, "now")
            .because("limits, time-outs and one-time passwords are tested with driven time");

    @ArchTest
    static final ArchRule noCycles = slices().matching("in.sauda.broker.upstox.(*)..")
            .should()
            .beFreeOfCycles()
            .because("session uses stream, orders and rest, and they use mapping; never the other way round");
}
