package org.reentryatlas;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/** Who may look into whom. A new room needs a line here; ARCHITECTURE.md draws the picture. */
class ArchitectureTest {
    private static final String ROOT = "org.reentryatlas";
    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    private static final Map<String, List<String>> MAY_IMPORT = mayImport();

    private static Map<String, List<String>> mayImport() {
        Map<String, List<String>> rooms = new LinkedHashMap<>();
        rooms.put("protect", List.of());
        rooms.put("access", List.of());
        rooms.put("siting", List.of());
        rooms.put("roster", List.of());
        rooms.put("geo", List.of());
        rooms.put("db", List.of());
        rooms.put("audit", List.of("db"));
        rooms.put("http", List.of());
        rooms.put("gdal", List.of());
        rooms.put("agreement", List.of("db"));
        rooms.put("approval", List.of("db"));
        rooms.put("democity", List.of("geo"));
        rooms.put("table", List.of("geo", "gdal"));
        rooms.put("cql2", List.of("geo"));
        rooms.put("boundary", List.of("geo", "db"));
        rooms.put("address", List.of("geo", "db"));
        rooms.put("provider", List.of("geo", "db"));
        rooms.put("transit", List.of("geo", "db"));
        rooms.put("upkeep", List.of("geo", "db"));
        rooms.put("duplicate", List.of("geo", "db", "provider"));
        rooms.put("hsds", List.of("geo", "db", "table", "provider"));
        rooms.put("supervision", List.of("geo", "db", "address"));
        rooms.put(
                "intake",
                List.of(
                        "geo",
                        "db",
                        "table",
                        "boundary",
                        "address",
                        "provider",
                        "transit",
                        "upkeep",
                        "basemap",
                        "hsds",
                        "agreement",
                        "audit",
                        "supervision"));
        rooms.put(
                "release",
                List.of(
                        "supervision",
                        "boundary",
                        "address",
                        "provider",
                        "agreement",
                        "approval",
                        "protect",
                        "attack",
                        "audit",
                        "geo",
                        "db"));
        rooms.put("pdf", List.of());
        rooms.put("report", List.of("release", "pdf"));
        rooms.put("attack", List.of("protect"));
        rooms.put("basemap", List.of("geo", "db", "http"));
        rooms.put("layer", List.of("geo", "db", "http"));
        rooms.put("locate", List.of("address", "layer", "geo", "http"));
        rooms.put("ogc", List.of("layer", "export", "cql2", "geo", "http"));
        rooms.put("export", List.of("layer", "gdal", "geo", "db", "http"));
        rooms.put("dcat", List.of("layer", "export", "geo", "http"));
        rooms.put("brief", List.of("layer", "basemap", "export", "access", "geo", "http", "pdf"));
        rooms.put("identity", List.of("agreement", "audit", "db", "http"));
        rooms.put("desk", List.of("identity", "approval", "agreement", "audit", "db", "http"));
        rooms.put("coalition", List.of("identity", "audit", "db", "http"));
        rooms.put("outreach", List.of("identity", "roster", "upkeep", "audit", "geo", "db", "http"));
        rooms.put("presence", List.of("identity", "layer", "upkeep", "audit", "db", "http"));
        rooms.put("travel", List.of("geo", "db"));
        rooms.put(
                "gap",
                List.of("agreement", "access", "siting", "travel", "attack", "protect", "audit", "geo", "db", "http"));
        rooms.put("app", List.of("*"));
        return rooms;
    }

    /** Libraries that belong to some rooms alone. */
    private static final Map<String, List<String>> LIBRARY_ROOMS = Map.ofEntries(
            Map.entry("org.geotools..", List.of("geo")),
            Map.entry("org.locationtech..", List.of("geo", "democity")),
            Map.entry("com.uber.h3core..", List.of("geo")),
            Map.entry("org.antlr..", List.of("cql2")),
            Map.entry("com.graphhopper..", List.of("travel")),
            Map.entry("net.fortuna.ical4j..", List.of("outreach")),
            Map.entry("de.focus_shift..", List.of("outreach")),
            Map.entry("com.google.ortools..", List.of("protect", "siting", "roster")),
            Map.entry("org.flywaydb..", List.of("db")),
            Map.entry("com.zaxxer..", List.of("db", "app")),
            Map.entry("com.openhtmltopdf..", List.of("pdf")),
            Map.entry("org.dhatim..", List.of("export")),
            Map.entry("org.bouncycastle..", List.of("identity", "http")),
            Map.entry("com.nulabinc..", List.of("identity")),
            Map.entry("com.nimbusds..", List.of("identity")),
            Map.entry("com.eatthepath..", List.of("identity")),
            Map.entry("com.google.zxing..", List.of("identity")),
            Map.entry("picocli..", List.of("app")),
            Map.entry("me.tongfei..", List.of("app")));

    static Stream<String> rooms() {
        return MAY_IMPORT.keySet().stream();
    }

    static Stream<String> libraries() {
        return LIBRARY_ROOMS.keySet().stream();
    }

    @Test
    void everyPackageIsARoomWithARule() {
        Set<String> packages = ALL.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> !name.equals(ROOT))
                .map(name -> name.substring(ROOT.length() + 1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(packages).isEqualTo(new TreeSet<>(MAY_IMPORT.keySet()));
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void aRoomLooksOnlyIntoItsNeighbours(String room) {
        List<String> neighbours = MAY_IMPORT.getOrDefault(room, List.of());
        if (neighbours.contains("*")) {
            return;
        }
        String[] allowed = Stream.concat(Stream.of(room), neighbours.stream())
                .map(name -> ROOT + "." + name)
                .toArray(String[]::new);
        DescribedPredicate<JavaClass> ours = resideInAPackage(ROOT + "..");
        noClasses()
                .that()
                .resideInAPackage(ROOT + "." + room)
                .should()
                .dependOnClassesThat(ours.and(DescribedPredicate.not(resideInAnyPackage(allowed))))
                .check(ALL);
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void aLibraryIsKnownToItsRoomsAlone(String library) {
        String[] rooms = LIBRARY_ROOMS.getOrDefault(library, List.of()).stream()
                .map(room -> ROOT + "." + room)
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideOutsideOfPackages(rooms)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(ALL);
    }

    @Test
    void nobodyImportsTheCompositionRootButMain() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT, ROOT + ".app")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + ".app")
                .check(ALL);
    }

    @Test
    void thereAreNoCycles() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(ALL);
    }

    @Test
    void onlyStoresAndTheDatabaseRoomSpeakToTheDatabase() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".db")
                .and(DescribedPredicate.not(nameEndingWith("Store")))
                .and()
                .resideOutsideOfPackages(ROOT + ".http", ROOT + ".app")
                .should()
                .callMethodWhere(com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                        com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner(
                                resideInAnyPackage("java.sql..", "org.jdbi.."))))
                .check(ALL);
    }

    @Test
    void onlyRoutesAndTheHttpRoomKnowTheWebServer() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".http")
                .and()
                .haveSimpleNameNotEndingWith("Routes")
                .and()
                // Whom a request is from is read from its cookie, by all routes alike.
                .doNotHaveSimpleName("Gatekeeper")
                .and()
                .doNotHaveSimpleName("KeyGate")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.javalin..", "org.eclipse.jetty..")
                .check(ALL);
    }

    @Test
    void nothingPrintsSleepsOrUsesOldDates() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(ROOT + ".Main")
                .and()
                // Java says the time of a certificate as such a date alone.
                .doNotHaveSimpleName("ServerKey")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Date")
                .check(ALL);
    }

    @Test
    void thePublicFaceOfProtectionCannotBeExtended() {
        classes()
                .that()
                .resideInAPackage(ROOT + ".protect")
                .and()
                .arePublic()
                .and()
                .areNotInterfaces()
                .should()
                .haveModifier(com.tngtech.archunit.core.domain.JavaModifier.FINAL)
                .check(ALL);
    }
}
