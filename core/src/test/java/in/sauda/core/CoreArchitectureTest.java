package in.sauda.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import in.sauda.core.time.SystemTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

@AnalyzeClasses(packages = "in.sauda.core", importOptions = ImportOption.DoNotIncludeTests.class)
class CoreArchitectureTest {
    @ArchTest
    static final ArchRule noUserInterface = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "java.awt..", "javax.swing..")
            .because(
                    "core is headless: the same engine runs in tests, on the command line and behind any user interface");

    @ArchTest
    static final ArchRule timeIsInjected = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(SystemTime.class.getName())
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .because(
                    "replay and backtest must give the same bytes as the live run, so only SystemTime may read a clock");

    @ArchTest
    static final ArchRule noHttp = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("okhttp3..", "java.net.http..")
            .because("talking to a broker is an adapter's job");

    @ArchTest
    static final ArchRule engineDoesNoInputOutput = noClasses()
            .that()
            .resideInAnyPackage("..engine..", "..candles..", "..strategy..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "org.jdbi..", "java.nio.file..")
            .because("the engine thread is the only writer of trading state and must never wait for a disk");

    @ArchTest
    static final ArchRule optionalOnlyAsReturnType = methods()
            .should()
            .notHaveRawParameterTypes(Optional.class)
            .because("an Optional parameter has three states where two are meant")
            .allowEmptyShould(true);
}
