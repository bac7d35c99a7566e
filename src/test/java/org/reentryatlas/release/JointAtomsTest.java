package org.reentryatlas.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.reentryatlas.db.Role;
import org.reentryatlas.supervision.Caseload;
import org.reentryatlas.supervision.CaseloadStore;
import org.reentryatlas.supervision.RetentionStore;
import org.reentryatlas.support.Cli;
import org.reentryatlas.support.SmallCity;
import org.reentryatlas.support.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/** Three vintages of beats over each other: what was counted in one stays the sum of what is counted in all of them. */
class JointAtomsTest {
    private static final LocalDate DATE = LocalDate.of(2026, 6, 30);
    /** Days on which each of the vintages holds. */
    private static final List<LocalDate> DAYS = List.of(DATE, LocalDate.of(2027, 6, 30), LocalDate.of(2028, 6, 30));

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    static Path directory;

    @BeforeAll
    static void load() throws IOException {
        Map<String, String> environment = DATABASE.environment(SmallCity.config(directory));
        Path caseload = SmallCity.caseload(directory, "caseload.csv", 6, 2, 3, 5, 0, 4, 2, 8, 1, 3, 3);
        good(Cli.run(
                environment,
                "load",
                "addresses",
                SmallCity.addresses(directory, caseload).toString()));
        Files.writeString(caseload, Files.readString(caseload) + strays());
        SmallCity.loadBeats(environment, directory);
        SmallCity.loadBeats(environment, SmallCity.redrawnBeats(directory, 9, 0.003), "2027-01-01");
        SmallCity.loadBeats(environment, SmallCity.redrawnBeats(directory, 2, 0.004), "2028-01-01");
        SmallCity.loadTracts(environment, directory);
        good(Cli.run(environment, "load", "caseload", caseload.toString(), "--as-of", DATE.toString()));
    }

    /** People all over the city, most of them where nobody is known to live. */
    private static String strays() {
        Random random = new Random(7);
        StringBuilder rows = new StringBuilder();
        for (int person = 0; person < 300; person++) {
            rows.append("X%d,residence,,%f,%f,food,,,%n"
                    .formatted(person, -105.1 + 0.04 * random.nextDouble(), 43.5 + 0.03 * random.nextDouble()));
        }
        return rows.toString();
    }

    private static void good(Cli run) {
        assertThat(run.exitCode()).as(run.err()).isZero();
    }

    private record Count(Map<CellKey, Integer> people, Map<String, Long> outcomes, long moved) {}

    /** Counts for each vintage, beside those before it, and expects every earlier count to be found again. */
    private static List<Count> countAll(Handle handle) {
        AtomStore atoms = new AtomStore(handle);
        Caseload caseload = new CaseloadStore(handle).find(DATE).orElseThrow();
        List<Layers> laid = new ArrayList<>();
        List<Count> counts = new ArrayList<>();
        Map<Long, AreaNode> known = new HashMap<>();
        for (LocalDate day : DAYS) {
            Layers layers = Layers.on(day, handle).beside(laid);
            laid.add(layers);
            atoms.overlay(layers);
            atoms.locate(caseload, Optional.empty(), layers);
            List<AreaNode> areas = atoms.listAreas(layers);
            List<AreaNode> standing = known.values().stream()
                    .filter(area -> areas.stream().noneMatch(own -> own.id() == area.id()))
                    .toList();
            AreaTable table = new AreaTable(areas, atoms.list(), atoms.tally(), Standing.NONE, standing);
            counts.forEach(before -> before.people()
                    .forEach((key, people) -> assertThat(table.people(key))
                            .as(day + " " + table.area(key))
                            .isEqualTo(people)));
            areas.forEach(area -> known.put(area.id(), area));
            table.system(List.of(new Measure("people", OptionalInt.empty())), Map.of());
            Map<CellKey, Integer> people = new HashMap<>();
            table.ownKeys().forEach(key -> people.put(key, table.people(key)));
            counts.add(new Count(people, new ReleaseStore(handle).countOutcomes(), atoms.countMoved()));
            assertThat(atoms.countOneSided(layers)).isEqualTo(new AtomStore.OneSided(0, false));
            atoms.settle();
        }
        return counts;
    }

    @Test
    void whatWasCountedStaysTheSumOfWhatIsCountedNow() {
        List<Count> counts = DATABASE.as(Role.STEWARD).inTransaction(JointAtomsTest::countAll);
        assertThat(counts)
                .extracting(Count::outcomes)
                .as("nobody comes or goes")
                .containsOnly(counts.get(0).outcomes());
        assertThat(counts.get(0).outcomes()).containsKeys("in_area", "in_no_atom");
        assertThat(counts.get(0).moved())
                .as("people where nobody is known to live")
                .isGreaterThan(50);
        assertThat(counts.get(2).people().keySet())
                .as("areas of the third vintage")
                .isNotEqualTo(counts.get(0).people().keySet());
    }

    @Test
    void theSameIsCountedWhenPositionsAreDestroyed() {
        List<Count> before = DATABASE.as(Role.STEWARD).inTransaction(JointAtomsTest::countAll);
        DATABASE.as(Role.STEWARD).inTransaction(handle -> {
            // The days of the vintages are past the reference date; that a release has them keeps their areas.
            handle.execute(
                    "insert into published.release (id, reference_date, area_set_id, k, rounding_base, min_addresses)"
                            + " select 'r', '" + DATE + "', id, 11, 5, 3 from boundary.area_set limit 1");
            for (LocalDate day : DAYS) {
                Layers.on(day, handle)
                        .ownIds()
                        .forEach(id -> handle.execute(
                                "insert into published.release_set values ('r', ?, '{beat}') on conflict do nothing",
                                id));
            }
            new RetentionStore(handle)
                    .purge(handle.createQuery("select max(id) from supervision.caseload")
                            .mapTo(Long.class)
                            .one());
            assertThat(countAll(handle)).isEqualTo(before);
            handle.rollback();
            return null;
        });
    }
}
