package org.reentryatlas.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.reentryatlas.db.Role;
import org.reentryatlas.support.Cli;
import org.reentryatlas.support.SmallCity;
import org.reentryatlas.support.TestDatabase;
import org.reentryatlas.travel.StreetNetwork;
import org.reentryatlas.travel.StreetStore;
import org.reentryatlas.travel.Stretch;

import static org.assertj.core.api.Assertions.assertThat;

/** Extracts of OpenStreetMap as centre lines. The city is a cross of two ways that share node 3, and a bridge over one of them. */
class OsmStreetsTest {
    private static final String CREDIT = "© OpenStreetMap contributors, ODbL 1.0, openstreetmap.org/copyright";

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    static Path directory;

    private static String way(int id, String nodes, String tags) {
        String refs = List.of(nodes.split(" ", -1)).stream()
                .map(node -> "<nd ref=\"" + node + "\"/>")
                .collect(Collectors.joining());
        String keys = List.of(tags.split(", ", -1)).stream()
                .map(tag -> tag.split("=", 2))
                .map(tag -> "<tag k=\"%s\" v=\"%s\"/>".formatted(tag[0], tag[1]))
                .collect(Collectors.joining());
        return "<way id=\"%d\">%s%s</way>\n".formatted(id, refs, keys);
    }

    private static Path extract(String name, String... ways) throws IOException {
        StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<osm version=\"0.6\">\n");
        for (int node = 1; node <= 9; node++) {
            // Nodes 1 to 5 lie from west to east, 6 to 9 across them at the third.
            double east = node <= 5 ? node * 0.001 : 0.003;
            double north = node <= 5 ? 0.002 : (node - 6) * 0.001 + 0.0005;
            text.append("<node id=\"%d\" lat=\"%.4f\" lon=\"%.4f\"/>\n".formatted(node, 43.51 + north, -105.1 + east));
        }
        return Files.writeString(
                directory.resolve(name), text.append(String.join("", ways)).append("</osm>\n"));
    }

    @Test
    void streetsAreReadAndEveryOtherLineIsAccountedFor() throws IOException, SQLException {
        Map<String, String> environment = DATABASE.environment(SmallCity.config(directory));
        Path file = extract(
                "city.osm",
                way(1, "1 2 3 4 5", "highway=residential, name=Oak &quot;Old&quot; Street, oneway=-1, maxspeed=25 mph"),
                way(2, "6 7 3", "highway=steps"),
                way(3, "7 8", "highway=motorway, maxspeed=50, name=Bridge"),
                way(4, "1 6 7 1", "highway=tertiary, junction=roundabout"),
                way(5, "2 8", "highway=trunk"),
                way(6, "4 9", "highway=residential, motor_vehicle=no"),
                way(7, "1 9", "highway=construction, construction=primary"),
                way(8, "1 8", "waterway=stream"),
                way(9, "2 9", "highway=service, access=no"));
        Cli load = Cli.run(environment, "load", "centerlines", file.toString());
        assertThat(load.exitCode()).as(load.err()).isZero();
        assertThat(load.out())
                .contains("read 9 = accepted 6 + rejected 3", "not_a_street 3", CREDIT)
                .doesNotContain("not known here");
        assertThat(DATABASE.query(
                        Role.STEWARD,
                        "select concat_ws(' ', source_id, class, direction, speed_kmh, street) from address.segment"
                                + " order by source_id"))
                .containsExactly(
                        "1 local backward 40 Oak \"Old\" Street",
                        "2 path both ",
                        "3 highway forward 50 Bridge",
                        "4 collector forward ",
                        "5 arterial both ",
                        "6 path both ");
        assertThat(DATABASE.query(Role.WEB, "select words from basemap.street_credit"))
                .containsExactly(CREDIT);
        StreetNetwork network = DATABASE.as(Role.STEWARD).inTransaction(handle -> new StreetStore(handle).read());
        assertThat(network.stretches().stream()
                        .filter(stretch -> !stretch.road().isWalked()))
                .as("the bridge meets nothing in its middle: ways meet at nodes that they share")
                .hasSize(1);
        assertThat(network.stretches().stream().filter(stretch -> stretch.direction() == Stretch.Direction.BACKWARD))
                .as("Oak Street is cut where others share its nodes, 1 to 5")
                .hasSize(4);

        Path rivers = extract("rivers.osm", way(8, "1 8", "waterway=stream"), way(9, "2 9", "highway=proposed"));
        Cli none = Cli.run(environment, "load", "centerlines", rivers.toString());
        assertThat(none.exitCode()).isEqualTo(2);
        assertThat(none.err()).contains("none of its 2 lines is a street that people walk or drive on");
    }
}
