package org.reentryatlas.intake;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.reentryatlas.db.Role;
import org.reentryatlas.support.AreaFile;
import org.reentryatlas.support.Cli;
import org.reentryatlas.support.SmallCity;
import org.reentryatlas.support.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Random tessellations with random slivers: the report finds exactly the slivers that were put in, and mending them leaves
 * a partition of the same ground.
 */
class SliverPropertyTest {
    private static final int LINES = 4;
    private static final int COLUMNS = 4;
    private static final TestDatabase DATABASE = new TestDatabase();

    private static Path directory = Path.of("");
    private static Map<String, String> environment = Map.of();

    @BeforeContainer
    static void open() throws Exception {
        DATABASE.open();
        directory = Files.createTempDirectory("slivers");
        environment = DATABASE.environment(SmallCity.config(directory));
    }

    @AfterContainer
    static void close() throws Exception {
        DATABASE.drop();
        for (String name : List.of("city.geojson", "report.csv", "atlas.yaml")) {
            Files.deleteIfExists(directory.resolve(name));
        }
        Files.delete(directory);
    }

    /** Cells between jittered nodes; each edge between neighbours may be moved on one side of it. */
    private static final class City {
        private final double[][] x = new double[LINES + 1][COLUMNS + 1];
        private final double[][] y = new double[LINES + 1][COLUMNS + 1];
        private final Map<String, Double> slivers = new TreeMap<>();
        private final AreaFile file = new AreaFile();

        City(Random random) {
            for (int line = 0; line <= LINES; line++) {
                for (int column = 0; column <= COLUMNS; column++) {
                    x[line][column] = column * 400 + random.nextInt(80);
                    y[line][column] = line * 400 + random.nextInt(80);
                }
            }
            for (int line = 0; line < LINES; line++) {
                for (int column = 0; column < COLUMNS; column++) {
                    cell(line, column, random);
                }
            }
        }

        private void cell(int line, int column, Random random) {
            List<Double> corners = new ArrayList<>();
            edge(corners, line, column, line, column + 1, 0);
            edge(corners, line, column + 1, line + 1, column + 1, column + 1 < COLUMNS ? shift(random) : 0);
            edge(corners, line + 1, column + 1, line + 1, column, line + 1 < LINES ? shift(random) : 0);
            edge(corners, line + 1, column, line, column, 0);
            String key = key(line, column);
            file.polygon(key, corners.stream().mapToDouble(Double::doubleValue).toArray());
        }

        /** Metres by which the middle of an edge is moved outwards: mostly none, never more than a sliver. */
        private static double shift(Random random) {
            double size = 0.5 + 7.5 * random.nextDouble();
            return switch (random.nextInt(6)) {
                case 0 -> size;
                case 1 -> -size;
                default -> 0;
            };
        }

        /** Adds the start of the edge and two points on it, moved to the right of its direction: outwards. */
        private void edge(List<Double> corners, int line, int column, int toLine, int toColumn, double shift) {
            double dx = x[toLine][toColumn] - x[line][column];
            double dy = y[toLine][toColumn] - y[line][column];
            double length = Math.hypot(dx, dy);
            corners.add(x[line][column]);
            corners.add(y[line][column]);
            boolean backwards = toLine < line || toColumn < column;
            for (double share : new double[] {0.3, 0.7}) {
                // Neighbours must compute the very same numbers.
                double at = backwards ? 1 - share : share;
                double fromX = backwards ? x[toLine][toColumn] : x[line][column];
                double fromY = backwards ? y[toLine][toColumn] : y[line][column];
                corners.add(fromX + at * (backwards ? -dx : dx) + shift * dy / length);
                corners.add(fromY + at * (backwards ? -dy : dy) - shift * dx / length);
            }
            if (shift != 0) {
                boolean eastern = toLine > line;
                String here = eastern ? key(line, column - 1) : key(line - 1, toColumn);
                String there = key(line, eastern ? column : toColumn);
                slivers.put(
                        (shift > 0 ? "overlap_sliver " : "gap_sliver ")
                                + (here.compareTo(there) < 0 ? here + " " + there : there + " " + here),
                        Math.abs(shift) * 0.7 * length);
            }
        }

        /** Square metres inside the outer nodes, which no sliver moves. */
        double ground() {
            List<double[]> ring = new ArrayList<>();
            for (int i = 0; i < COLUMNS; i++) {
                ring.add(new double[] {x[0][i], y[0][i]});
            }
            for (int i = 0; i < LINES; i++) {
                ring.add(new double[] {x[i][COLUMNS], y[i][COLUMNS]});
            }
            for (int i = COLUMNS; i > 0; i--) {
                ring.add(new double[] {x[LINES][i], y[LINES][i]});
            }
            for (int i = LINES; i > 0; i--) {
                ring.add(new double[] {x[i][0], y[i][0]});
            }
            double twice = 0;
            for (int i = 0; i < ring.size(); i++) {
                double[] here = ring.get(i);
                double[] next = ring.get((i + 1) % ring.size());
                twice += here[0] * next[1] - next[0] * here[1];
            }
            return twice / 2;
        }

        private static String key(int line, int column) {
            return "L" + line + "C" + column;
        }
    }

    @Property(tries = 12)
    void slivers(@ForAll Random random) throws Exception {
        City city = new City(random);
        Path file = city.file.write(directory.resolve("city.geojson"));
        Map<String, Double> found = new TreeMap<>();
        load(file, "--check");
        for (NamedCsvRecord row : report()) {
            List<String> keys = Stream.of(row.getField("key"), row.getField("other_key"))
                    .sorted()
                    .toList();
            found.merge(
                    row.getField("kind") + " " + String.join(" ", keys),
                    Double.parseDouble(row.getField("square_metres")),
                    Double::sum);
        }
        assertThat(found.keySet()).isEqualTo(city.slivers.keySet());
        city.slivers.forEach(
                (sliver, area) -> assertThat(found.get(sliver)).as(sliver).isCloseTo(area, within(0.2 + area * 0.002)));

        load(file, "--repair");
        assertThat(report())
                .hasSize(city.slivers.size())
                .allMatch(row -> row.getField("verdict").equals("repaired"));
        // 1e-10 square degrees are a square metre: a tenth of a millimetre along all edges together.
        assertThat(DATABASE.query(
                        Role.STEWARD,
                        "select (abs(sum(st_area(a.geom)) - st_area(st_union(a.geom))) < 1e-10) || ' '"
                                + " || (select count(*) from (select st_union(b.geom, 1e-9) as geom from boundary.area b"
                                + " where b.level = 'tract') whole cross join st_dump(whole.geom) part"
                                + " cross join st_dumprings(part.geom) ring where ring.path[1] > 0"
                                + " and st_area(st_transform(ring.geom, 32155)) > 0.01)"
                                + " || ' ' || bool_and(st_isvalid(a.geom)) || ' '"
                                + " || (abs(st_area(st_transform(st_union(a.geom), 32155)) - "
                                + city.ground() + ") < 3) from boundary.area a where a.level = 'tract'"))
                .as("no ground twice, no hole that would be reported, all valid, nothing lost")
                .containsExactly("true 0 true true");
        // Without its triggers, for the ledger stands on releases and lets nobody take them away.
        DATABASE.asAdmin("set session_replication_role = replica; truncate boundary.area_set cascade");
    }

    private static void load(Path file, String option) {
        Cli load = Cli.run(
                environment,
                "load",
                "boundaries",
                file.toString(),
                "--level",
                "tract",
                "--key",
                "KEY",
                "--valid-from",
                "2020-01-01",
                "--report",
                directory.resolve("report.csv").toString(),
                option);
        assertThat(load.exitCode()).as(load.err() + load.out()).isZero();
    }

    private static List<NamedCsvRecord> report() throws IOException {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(directory.resolve("report.csv"))) {
            return csv.stream().toList();
        }
    }
}
