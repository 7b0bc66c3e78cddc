package in.sauda.simulator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.Random;

@AnalyzeClasses(packages = "in.sauda.simulator", importOptions = ImportOption.DoNotIncludeTests.class)
class SimulatorArchitectureTest {
    @ArchTest
    static final ArchRule timeIsInjected = noClasses()
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(Instant.class, "now")
            .because("tests decide what time it is");

    @ArchTest
    static final ArchRule theMarketIsAPureFunction = noClasses()
            .that()
            .resideInAPackage("..simulator.market..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Random.class)
            .because("the same seed, date and second must give the same price, whoever asks first");

    @ArchTest
    static final ArchRule theMarketKnowsNoWire = noClasses()
            .that()
            .resideInAnyPackage("..simulator.market..", "..simulator.exchange..", "..simulator.master..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..simulator.angel..", "..simulator.upstox..", "org.eclipse.jetty..")
            .because("every wire is served by the same market");

    @ArchTest
    static final ArchRule noAdapters = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("in.sauda.broker..", "in.sauda.app..", "javafx..")
            .because("a server sharing code with the client it tests would share its mistakes");
}
