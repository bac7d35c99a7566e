package org.reentryatlas.boundary;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.reentryatlas.db.Role;
import org.reentryatlas.support.Cli;
import org.reentryatlas.support.SmallCity;
import org.reentryatlas.support.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/** Sums that must hold whatever the areas look like: grids with random lines over the small city's ground. */
class TessellationTest {
    private static final double WEST = -105.1;
    private static final double SOUTH = 43.5;

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    static Path directory;

    private static final Random RANDOM = new Random(20260701);
    private static Map<String, String> environment = Map.of();
    private static int total;

    @BeforeAll
    static void load() throws IOException {
        environment = DATABASE.environment(SmallCity.config(directory));
        List<String> addresses = new ArrayList<>(List.of("id,lon,lat,units,kind"));
        for (int i = 0; i < 400; i++) {
            // The west half of the city only, so that some areas have people and no address.
            addresses.add(String.format(
                    Locale.ROOT,
                    "%d,%f,%f,%d,%s",
                    i,
                    WEST + 0.02 * RANDOM.nextDouble(),
                    SOUTH + 0.03 * RANDOM.nextDouble(),
                    RANDOM.nextInt(4),
                    i % 9 == 0 ? "commercial" : "residential"));
        }
        run("load addresses " + Files.write(directory.resolve("addresses.csv"), addresses));
        run("load boundaries " + grid("groups", 5, 4)
                + " --level block_group --key K --population P --valid-from 2020-01-01");
        SmallCity.loadBeats(environment, directory);
        for (int year = 2025; year < 2028; year++) {
            run("load boundaries " + grid("beats" + year, 2 + RANDOM.nextInt(4), 2 + RANDOM.nextInt(4))
                    + " --level beat --key K --parent district=D --valid-from " + year + "-01-01");
        }
    }

    /** A grid of the city's ground whose inner lines lie anywhere. */
    private static Path grid(String name, int columns, int lines) throws IOException {
        double[] x = cuts(columns, WEST, 0.04);
        double[] y = cuts(lines, SOUTH, 0.03);
        List<String> features = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            for (int j = 0; j < lines; j++) {
                int people = RANDOM.nextInt(2_000);
                total += name.equals("groups") ? people : 0;
                features.add(String.format(
                        Locale.ROOT,
                        "{\"type\":\"Feature\",\"properties\":{\"K\":\"%d-%d\",\"%s\":%d,\"D\":\"%d\"},"
                                + "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
                                + "[[[%f,%f],[%f,%f],[%f,%f],[%f,%f],[%f,%f]]]}}",
                        i,
                        j,
                        name.equals("groups") ? "P" : "UNUSED",
                        people,
                        i,
                        x[i],
                        y[j],
                        x[i + 1],
                        y[j],
                        x[i + 1],
                        y[j + 1],
                        x[i],
                        y[j + 1],
                        x[i],
                        y[j]));
            }
        }
        return Files.writeString(
                directory.resolve(name + ".geojson"),
                "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}");
    }

    private static double[] cuts(int parts, double from, double width) {
        double[] cuts = new double[parts + 1];
        for (int i = 0; i <= parts; i++) {
            double shift = i == 0 || i == parts ? 0 : 0.6 * (RANDOM.nextDouble() - 0.5);
            cuts[i] = from + width * (i + shift) / parts;
        }
        return cuts;
    }

    private static void run(String command) {
        Cli run = Cli.run(environment, command.split(" ", -1));
        assertThat(run.exitCode()).as(run.err()).isZero();
    }

    @Test
    void everyLevelOfEverySetHasAllResidents() throws SQLException {
        assertThat(total).isPositive();
        assertThat(DATABASE.query(
                        Role.STEWARD,
                        "select distinct sum(p.residents) from boundary.population p"
                                + " join boundary.area a on a.id = p.area_id group by a.set_id, a.level"))
                .containsExactly(Integer.toString(total));
    }

    @Test
    void sharesOfEveryAreaSumToOne() throws SQLException {
        assertThat(DATABASE.query(
                        Role.STEWARD,
                        "select distinct round(sum(share_of_from)::numeric, 6) || ' '"
                                + " || coalesce(round(sum(unit_share_of_from)::numeric, 6), 1.000000)"
                                + " from boundary.crosswalk group by from_area_id"))
                .containsExactly("1.000000 1.000000");
    }

    @Test
    void aSetGoesOverIntoItselfWhole() {
        DATABASE.as(Role.STEWARD).useTransaction(handle -> {
            AreaSet set = new AreaSetStore(handle)
                    .findValid(Level.BEAT, LocalDate.of(2026, 6, 30))
                    .orElseThrow();
            CrosswalkStore store = new CrosswalkStore(handle, 32155);
            store.make(set.id(), set.id(), Level.BEAT);
            assertThat(store.list(set.id(), set.id(), Level.BEAT))
                    .isNotEmpty()
                    .filteredOn(pair -> !pair.isSliver())
                    .allSatisfy(pair -> {
                        assertThat(pair.fromKey()).isEqualTo(pair.toKey());
                        assertThat(pair.shareOfFrom()).isEqualTo(1.0);
                    });
            assertThat(store.countMoved(set.id(), set.id(), Level.BEAT).moved()).isZero();
            handle.rollback();
        });
    }
}
