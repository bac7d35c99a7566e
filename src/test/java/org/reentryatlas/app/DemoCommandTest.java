package org.reentryatlas.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.reentryatlas.support.Cli;
import org.reentryatlas.support.GtfsFeed;
import org.reentryatlas.support.SmallCity;
import org.reentryatlas.support.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/** The command behind scripts/demo, with a city that is quick to release. */
class DemoCommandTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final int[] PEOPLE = {60, 52, 33, 25, 61, 47, 120, 88, 34, 30, 30, 30};

    @Test
    void itSaysWhatItIsDoingAndDoesNothingTwice(@TempDir Path directory) throws IOException {
        Map<String, String> environment = DATABASE.environment(SmallCity.config(directory));
        writeCity(directory);

        Cli first = Cli.run(environment, "demo", "--city", directory.toString());
        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(first.out())
                .contains(
                        "release 2026-06-30.1",
                        "release 2026-09-30.1",
                        "plan 2026-09-30.1-housing-walk-cover-15-homes");
        assertThat(first.err())
                .contains("release of 2026-06-30, which takes", "release of 2026-09-30, which takes")
                .containsSubsequence("protecting the numbers", "attacking the files", "writing the layers");

        Cli second = Cli.run(environment, "demo", "--city", directory.toString());
        assertThat(second.exitCode()).isZero();
        assertThat(second.out()).isEqualTo("the demo city is loaded and public already\n");
        assertThat(second.err()).isEmpty();
    }

    private static void writeCity(Path directory) throws IOException {
        SmallCity.beats(directory);
        // One of them lies in the next county: people outside the city, and no address that would say where.
        Path tracts = SmallCity.tracts(directory);
        Files.writeString(
                tracts,
                Files.readString(tracts).replace("{\"TRACT\"", "{\"NAME\":\"A tract\",\"POPULATION\":900,\"TRACT\""));
        Path caseload = SmallCity.caseload(directory, "caseload-2026-06-30.csv", PEOPLE);
        Files.copy(caseload, directory.resolve("caseload-2026-09-30.csv"));
        List<String> addresses = new ArrayList<>(List.of("id,number,street,city,state,postal_code,lon,lat"));
        for (String row : Files.readAllLines(caseload)) {
            String[] cells = row.split(",", -1);
            if (!cells[0].equals("record_id")) {
                int number = addresses.size();
                addresses.add(
                        "A%d,%d,Plover Lane,Small City,WY,82001,%s,%s".formatted(number, number, cells[3], cells[4]));
            }
        }
        Files.write(directory.resolve("addresses.csv"), addresses);
        String area = """
                {"type":"Feature","properties":{"NAME":"Green"},"geometry":{"type":"Polygon","coordinates":
                 [[[-105.09,43.5],[-105.08,43.5],[-105.08,43.51],[-105.09,43.51],[-105.09,43.5]]]}}""";
        Files.writeString(directory.resolve("water.geojson"), area);
        Files.writeString(directory.resolve("parks.geojson"), area);
        Files.writeString(directory.resolve("streets.geojson"), """
                {"type":"Feature","properties":{"NAME":"Long Street","CLASS":"arterial"},"geometry":{"type":"LineString",
                 "coordinates":[[-105.1,43.515],[-105.06,43.515]]}}""");
        Files.writeString(
                directory.resolve("requests.csv"),
                "id,type,opened,closed,status,lon,lat\nR1,litter,2026-06-01,,open,-105.09,43.5151\n");
        new GtfsFeed().write(directory.resolve("transit.zip"));
        Files.writeString(
                directory.resolve("facilities.csv"),
                "id,name,kind,address,capacity,lon,lat\nF1,House,shelter," + "1 Open Street,20,-105.09,43.51\n");
        Files.writeString(
                directory.resolve("providers.csv"),
                "id,name,category,address,lon,lat\nA1,Food Pantry,food,1 Open Street,-105.09,43.51\n");
    }
}
