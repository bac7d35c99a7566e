package org.reentryatlas.boundary;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.reentryatlas.db.Role;
import org.reentryatlas.support.Cli;
import org.reentryatlas.support.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Washington DC's two vintages of Police Service Areas, its block groups and the places of its address records. Skipped
 * where the files are not beside the project.
 */
class WashingtonAreasTest {
    private static final Path FILES = Path.of("../shared/geodata/dc");
    private static final int SRID = 26985;

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    static Path directory;

    private static Map<String, String> environment = Map.of();

    @BeforeAll
    static void load() throws IOException {
        assumeTrue(
                Files.exists(FILES.resolve("census-block-groups-2010.geojson")),
                "skipped: the files of Washington DC are not beside the project");
        environment = DATABASE.environment(Files.writeString(
                directory.resolve("atlas.yaml"), "jurisdiction:\n  name: Washington DC\n  workingCrs: EPSG:26985\n"));
        run("load addresses " + places() + " --map id=id");
        boundaries("police-service-areas-psa.geojson --level beat --key PSA --name NAME --population TOTALPOP"
                + " --parent district=DISTRICT --valid-from 2012-01-01");
        boundaries("census-block-groups-2010.geojson --level block_group --key GEOID --population P0010001"
                + " --valid-from 2010-04-01");
        boundaries("police_service_areas_2019plus.geojson --level beat --key PSA --name NAME --parent sector=SECTOR"
                + " --parent district=DISTRICT --valid-from 2019-01-10");
    }

    /** Every place that an address record has, once. */
    private static Path places() throws IOException {
        Set<String> places = new LinkedHashSet<>();
        try (CsvReader<NamedCsvRecord> csv =
                CsvReader.builder().ofNamedCsvRecord(FILES.resolve("dc_address_records_derived.csv"))) {
            csv.forEach(row -> places.add(row.getField("lon") + "," + row.getField("lat")));
        }
        List<String> rows = new ArrayList<>(List.of("id,lon,lat"));
        places.forEach(place -> rows.add(rows.size() + "," + place));
        return Files.write(directory.resolve("places.csv"), rows);
    }

    private static void boundaries(String arguments) {
        run("load boundaries " + FILES + "/" + arguments);
    }

    private static Cli run(String command) {
        List<String> arguments = new ArrayList<>(List.of(command.split(" ", -1)));
        if (command.startsWith("load")) {
            arguments.addAll(
                    List.of("--rejects", directory.resolve("rejects.csv").toString()));
        }
        Cli run = Cli.run(environment, arguments);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run;
    }

    @Test
    void asManyAddressesChangeTheirAreaAsWasCountedBefore() {
        assertThat(run("crosswalk --level beat --from 2018-06-01 --to 2026-06-30")
                        .out())
                .contains("address points: 38445, of them in an area of another key: 6643 (17.3 %)");
        assertThat(run("crosswalk --level district --from 2018-06-01 --to 2026-06-30")
                        .out())
                .contains("address points: 38445, of them in an area of another key: 2587 (6.7 %)");
    }

    @Test
    void everyLevelHasAllResidents() {
        for (String level : List.of("beat", "sector", "district", "city")) {
            assertThat(run("population --level " + level + " --on 2026-06-30").out())
                    .contains(level + ": 601723 residents in ")
                    .contains("apportioned by census-block-groups-2010 (from 2010-04-01)")
                    .doesNotContain("outside");
        }
        assertThat(run("population --level beat --on 2018-06-01").out())
                .contains("beat: 601723 residents in 56 areas, stated by police-service-areas-psa (from 2012-01-01)");
    }

    /** The vintage of 2012 states its residents itself, so that the apportioned ones can be held against them. */
    @Test
    void addressesTellBetterThanGroundWhereResidentsLive() throws Exception {
        List<Double> byAddress = errors(true);
        List<Double> byGround = errors(false);
        assertThat(byAddress).hasSize(56);
        String figures = "by address median %.4f, largest %.4f; by ground median %.4f, largest %.4f"
                .formatted(byAddress.get(28), byAddress.get(55), byGround.get(28), byGround.get(55));
        assertThat(byAddress.get(28)).as(figures).isLessThan(0.04).isLessThan(byGround.get(28));
        assertThat(byAddress.get(55)).as(figures).isLessThan(byGround.get(55));
    }

    /** Relative errors of the 56 areas, smallest first. */
    private static List<Double> errors(boolean byAddress) {
        return DATABASE.as(Role.STEWARD).inTransaction(handle -> {
            AreaSet set = new AreaSetStore(handle)
                    .findLevel(Level.BEAT, LocalDate.of(2018, 6, 1))
                    .orElseThrow();
            PopulationStore store = new PopulationStore(handle, SRID);
            Map<String, Long> stated = new HashMap<>();
            store.list(set.id(), Level.BEAT).forEach(each -> stated.put(each.key(), each.residents()));
            handle.execute("delete from boundary.population");
            store.apportion(store.findSource().orElseThrow(), set.id(), byAddress);
            List<Double> errors = store.list(set.id(), Level.BEAT).stream()
                    .map(each -> Math.abs((double) each.residents() / stated.getOrDefault(each.key(), 0L) - 1))
                    .sorted()
                    .toList();
            handle.rollback();
            return errors;
        });
    }
}
