package org.reentryatlas.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reentryatlas.db.Role;
import org.reentryatlas.support.Cli;
import org.reentryatlas.support.SmallCity;
import org.reentryatlas.support.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/** Directions and speeds in the words of those who publish centre lines, and what is kept of them. */
class DrivingRulesTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    static Path directory;

    @ParameterizedTest
    @CsvSource({
        "'', both",
        // NENA, and as a file of ArcGIS or HERE has it.
        "B, both",
        "FT, forward",
        "TF, backward",
        "F, forward",
        "T, backward",
        "N, both",
        // OpenStreetMap.
        "yes, forward",
        "no, both",
        "true, forward",
        "1, forward",
        "-1, backward",
        "reverse, backward",
        "false, both",
        "0, both",
        // Plain words.
        "Both, both",
        "TWO WAY, both",
        "two-way, both",
        "TW, both",
        "Forward, forward",
        "backward, backward",
        "Y, forward"
    })
    void aDirectionIsUnderstoodInTheWordsOfEachStandard(String word, String direction) {
        DrivingRules rules = new DrivingRules("");
        assertThat(rules.direction(word)).isEqualTo(direction);
        assertThat(rules.notes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "speed, 25, 40",
        "SPEED_LIMIT, 25, 40",
        "SpeedLimit, 65.000, 105",
        "speed, 25 mph, 40",
        "speed, 25MPH, 40",
        "speed, 40 km/h, 40",
        "speed, 40 kmh, 40",
        "speed, 40 kph, 40",
        "speed, 1, 2",
        "speed, 124, 200",
        "maxspeed, 40, 40",
        "maxspeed, 25 mph, 40",
        "SPEED_KMH, 40, 40",
        "speed_kmh, 25 mph, 40",
        "speed, '', ",
        "speed, 0, ",
        "speed, 0.0, ",
        "speed, 0 mph, ",
        "maxspeed, none, ",
    })
    void aSpeedCountsMilesUnlessItsColumnOrItselfSaysOtherwise(String column, String word, Integer kmh) {
        DrivingRules rules = new DrivingRules(column);
        assertThat(rules.kmh(word)).isEqualTo(kmh);
        assertThat(rules.notes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fast", "-25", "125", "999", "2500", "25.5", "25 knots", "walk", "25 mph 30", "٢٥"})
    void aSpeedThatCannotBeReadIsCounted(String word) {
        DrivingRules rules = new DrivingRules("speed");
        assertThat(rules.kmh(word)).isNull();
        assertThat(rules.kmh(word)).isNull();
        assertThat(rules.notes())
                .containsExactly(
                        "2 stretches have a speed that cannot be read and get that of their class: write it as 25 mph or 40 km/h");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sideways", "reversible", "alternating", "2", "FT TF"})
    void aDirectionThatIsNotKnownIsCounted(String word) {
        DrivingRules rules = new DrivingRules("");
        assertThat(rules.direction(word)).isEqualTo("both");
        assertThat(rules.notes())
                .containsExactly(
                        "1 stretches have a direction that is not known here and may be driven both ways: write both, forward or"
                                + " backward");
    }

    private static String street(String id, String kind, String direction, String speed, String type, String line) {
        return """
                {"type":"Feature","properties":{"LINEARID":"%s","FULLNAME":"First Street","MTFCC":"%s","ONEWAY":%s,"SPEED":%s},\
                "geometry":{"type":"%s","coordinates":%s}}""".formatted(id, kind, direction, speed, type, line);
    }

    private static Path file(String direction) throws IOException {
        return Files.writeString(
                directory.resolve("lines.geojson"),
                "{\"type\":\"FeatureCollection\",\"features\":["
                        + String.join(
                                ",\n",
                                street("1", "S1100", "\"FT\"", "65", "LineString", "[[-105.10,43.51],[-105.09,43.51]]"),
                                street(
                                        "2",
                                        "S1200",
                                        direction,
                                        "25.0",
                                        "LineString",
                                        "[[-105.09,43.51],[-105.08,43.51]]"),
                                street("3", "S1400", "\"B\"", "0.0", "LineString", "[[-105.08,43.51],[-105.07,43.51]]"),
                                street("4", "S1730", "null", "null", "LineString", "[[-105.07,43.51],[-105.07,43.52]]"),
                                street(
                                        "5",
                                        "",
                                        "\"sideways\"",
                                        "\"fast\"",
                                        "LineString",
                                        "[[-105.07,43.52],[-105.1,43.52]]"),
                                street(
                                        "6",
                                        "S1640",
                                        "\"TF\"",
                                        "\"40 km/h\"",
                                        "MultiLineString",
                                        "[[[-105.07,43.52],[-105.1,43.51]]]"),
                                street(
                                        "7",
                                        "S1640",
                                        "\"FT\"",
                                        "\"20\"",
                                        "MultiLineString",
                                        "[[[-105.10,43.51],[-105.07,43.52]]]"))
                        + "]}");
    }

    private static Cli load(Map<String, String> environment, Path file) {
        Cli load = Cli.run(environment, "load", "centerlines", file.toString(), "--yes");
        assertThat(load.exitCode()).as(load.err()).isZero();
        return load;
    }

    @Test
    void aLoadKeepsDirectionsAndSpeedsAndSeesWhereOneChanges() throws IOException, SQLException {
        Map<String, String> environment = DATABASE.environment(SmallCity.config(directory));
        assertThat(load(environment, file("\"FT\"")).out())
                .contains("7 added")
                .contains("1 stretches have a direction that is not known here")
                .contains("1 stretches have a speed that cannot be read");
        String kept = "select concat_ws(' ', source_id, class, direction, speed_kmh, st_x(st_startpoint(geom)))"
                + " from address.segment order by source_id";
        assertThat(DATABASE.query(Role.STEWARD, kept))
                .containsExactly(
                        "1 highway forward 105 -105.1",
                        "2 arterial forward 40 -105.09",
                        "3 local both -105.08",
                        "4 path both -105.07",
                        "5  both -105.07",
                        "6 local backward 40 -105.07",
                        "7 local forward 32 -105.1");
        assertThat(load(environment, file("\"FT\"")).out()).contains("nothing changed");
        assertThat(load(environment, file("\"TF\"")).out()).contains("0 added, 1 changed, 0 removed, 6 unchanged");
        assertThat(DATABASE.query(Role.STEWARD, kept))
                .contains("2 arterial backward 40 -105.09")
                .hasSize(7);
    }
}
