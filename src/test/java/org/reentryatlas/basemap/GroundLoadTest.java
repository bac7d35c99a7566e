package org.reentryatlas.basemap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.reentryatlas.db.Database;
import org.reentryatlas.db.Role;
import org.reentryatlas.support.Cli;
import org.reentryatlas.support.SmallCity;
import org.reentryatlas.support.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What is kept of files of water, parks and streets, and what the serving role sees of it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GroundLoadTest {
    private static final String SQUARE = "[[[%1$s,43.5],[%2$s,43.5],[%2$s,43.51],[%1$s,43.51],[%1$s,43.5]]]";

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    static Path directory;

    private static Map<String, String> environment;

    @BeforeAll
    static void configure() throws IOException {
        environment = DATABASE.environment(SmallCity.config(directory));
    }

    private static String square(String id, String name, double west) {
        return feature(
                "\"OBJECTID\":%s,\"NAME\":\"%s\"".formatted(id, name),
                "Polygon",
                SQUARE.formatted(Double.toString(west), Double.toString(west + 0.01)));
    }

    private static String feature(String properties, String type, String coordinates) {
        return "{\"type\":\"Feature\",\"properties\":{%s},\"geometry\":{\"type\":\"%s\",\"coordinates\":%s}}"
                .formatted(properties, type, coordinates);
    }

    private static Cli load(List<String> command, String file, List<String> features, String... options)
            throws IOException {
        Path path = Files.writeString(
                directory.resolve(file),
                "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",\n", features) + "]}");
        List<String> arguments = new ArrayList<>(List.of("load"));
        arguments.add(command.get(0));
        arguments.add(path.toString());
        arguments.addAll(command.subList(1, command.size()));
        arguments.addAll(List.of(options));
        return Cli.run(environment, arguments);
    }

    private static Cli water(List<String> features, String... options) throws IOException {
        return load(List.of("basemap", "--kind", "water"), "water.geojson", features, options);
    }

    private static Ground ground() {
        GroundStore store = new GroundStore(DATABASE.as(Role.WEB));
        return store.read(store.version());
    }

    private static List<String> waterNames() {
        Ground ground = ground();
        return ground.isEmpty()
                ? List.of()
                : ground.water(ground.box()).stream().map(Ground.Place::name).toList();
    }

    @Test
    @Order(1)
    void whereNothingWasLoadedThereIsNoMap() {
        assertThat(ground().isEmpty()).isTrue();
    }

    @Test
    @Order(2)
    void oneBadRowRefusesTheFileAndEachIsListed() throws Exception {
        Cli load = water(List.of(
                square("1", "Good Lake", -105.09),
                feature("\"OBJECTID\":2", "LineString", "[[-105.09,43.5],[-105.08,43.5]]"),
                "{\"type\":\"Feature\",\"properties\":{\"OBJECTID\":3},\"geometry\":null}",
                square("1", "Twin Lake", -105.08),
                feature("\"OBJECTID\":5", "Polygon", "[[[-105.09,43.5],[-105.08,43.5],[-105.07,43.5],[-105.09,43.5]]]"),
                square("null", "Nameless key", -105.07)));
        assertThat(load.exitCode()).isEqualTo(2);
        assertThat(load.err()).contains("5 of 6 rows are rejected", "nothing was kept");
        assertThat(Files.readAllLines(directory.resolve("water.geojson.rejects.csv")).stream()
                        .map(line ->
                                String.join(",", List.of(line.split(",", -1)).subList(0, 3))))
                .containsExactlyInAnyOrder(
                        "row,field,reason",
                        "2,geometry,geometry_type",
                        "3,geometry,geometry_missing",
                        "4,OBJECTID,duplicate_id",
                        "5,geometry,geometry_invalid",
                        "6,OBJECTID,value_missing");
        assertThat(ground().isEmpty()).isTrue();
    }

    @Test
    @Order(3)
    void goodRowsAreKeptWhereBadOnesAreToBeSkipped() throws Exception {
        Cli load = water(
                List.of(
                        square("1", "Good Lake", -105.09),
                        feature("\"OBJECTID\":2", "Point", "[-105.09,43.5]"),
                        // A ring that crosses itself is two triangles.
                        feature(
                                "\"OBJECTID\":3,\"NAME\":\"Knot Pond\"",
                                "Polygon",
                                "[[[-105.07,43.5],[-105.06,43.51],[-105.06,43.5],[-105.07,43.51],[-105.07,43.5]]]")),
                "--skip-rejected");
        assertThat(load.exitCode()).as(load.err()).isZero();
        assertThat(load.out()).contains("read 3 = accepted 2 + rejected 1", "geometry_type 1", "2 added");
        assertThat(waterNames()).containsExactlyInAnyOrder("Good Lake", "Knot Pond");
        assertThat(DATABASE.query(Role.STEWARD, "select bool_and(st_isvalid(geom)) from basemap.ground"))
                .containsExactly("t");
    }

    @Test
    @Order(4)
    void anotherEditionNeedsAYesAndTheSameOneChangesNothing() throws Exception {
        List<String> next = List.of(square("1", "Good Lake", -105.09), square("4", "New Lake", -105.05));
        String before = ground().version();
        Cli asked = water(next);
        assertThat(asked.exitCode()).isEqualTo(2);
        assertThat(asked.err()).contains("1 added, 0 changed, 1 removed, 1 unchanged", "add --yes");
        assertThat(waterNames()).containsExactlyInAnyOrder("Good Lake", "Knot Pond");
        assertThat(water(next, "--yes").exitCode()).isZero();
        assertThat(waterNames()).containsExactlyInAnyOrder("Good Lake", "New Lake");
        String after = ground().version();
        assertThat(after).isNotEqualTo(before);
        assertThat(water(next).out()).contains("nothing changed");
        assertThat(ground().version()).isEqualTo(after);
    }

    @Test
    @Order(5)
    void waterAndParksOfOneSourceAreTwoThings() throws Exception {
        Cli load = load(
                List.of("basemap", "--kind", "park"),
                "parks.geojson",
                List.of(square("1", "Good Park", -105.04)),
                "--source",
                "water");
        assertThat(load.exitCode()).as(load.err()).isZero();
        assertThat(waterNames()).containsExactlyInAnyOrder("Good Lake", "New Lake");
        Ground ground = ground();
        assertThat(ground.parks(ground.box())).extracting(Ground.Place::name).containsExactly("Good Park");
    }

    /** Of two loads at once, the one that began first may be kept last. */
    @Test
    @Order(6)
    void whateverSourceIsLoadedTheVersionIsAnother() {
        String before = ground().version();
        int sources = DATABASE.as(Role.STEWARD)
                .<Integer, RuntimeException>inTransaction(handle -> handle.execute(
                        "update basemap.source set loaded_at = loaded_at - interval '1 hour' where kind = 'water'"));
        assertThat(sources).isEqualTo(1);
        assertThat(ground().version()).isNotEqualTo(before);
    }

    @Test
    @Order(7)
    void streetsHaveTheClassOfTheirFile() throws Exception {
        Cli load = load(
                List.of("centerlines"),
                "streets.geojson",
                List.of(
                        street(1, "Main Street", "Principal Arterial", 43.500),
                        street(2, "Side Street", "S1400", 43.501),
                        street(3, "Old Way", "towpath", 43.502),
                        street(4, "Plain Street", "", 43.503)));
        assertThat(load.exitCode()).as(load.err()).isZero();
        assertThat(load.out())
                .contains("1 stretches have a class that is not known here and are drawn as local streets: 'towpath'");
        Ground ground = ground();
        assertThat(ground.streets(StreetClass.ARTERIAL, ground.box()))
                .extracting(Ground.Street::name)
                .containsExactly("Main Street");
        assertThat(ground.streets(StreetClass.LOCAL, ground.box()))
                .extracting(Ground.Street::name)
                .containsExactlyInAnyOrder("Side Street", "Old Way", "Plain Street");
    }

    private static String street(int id, String name, String kind, double latitude) {
        return feature(
                "\"ID\":%d,\"NAME\":\"%s\",\"CLASS\":\"%s\"".formatted(id, name, kind),
                "LineString",
                "[[-105.09,%1$s],[-105.08,%1$s]]".formatted(Double.toString(latitude)));
    }

    @Test
    void whatLiesElsewhereOrHasNoGeometryIsRefused() throws Exception {
        Cli elsewhere =
                load(List.of("basemap", "--kind", "park"), "elsewhere.geojson", List.of(square("1", "Far Park", 10)));
        assertThat(elsewhere.exitCode()).isEqualTo(2);
        assertThat(elsewhere.err()).contains("outside the area of use of the working system");
        Path csv = Files.writeString(directory.resolve("parks.csv"), "id,name\n1,Park\n");
        Cli table = Cli.run(environment, "load", "basemap", csv.toString(), "--kind", "park");
        assertThat(table.exitCode()).isEqualTo(2);
        assertThat(table.err()).contains("need a format with geometry");
        Cli kind = Cli.run(environment, "load", "basemap", csv.toString(), "--kind", "desert");
        assertThat(kind.exitCode()).isEqualTo(2);
        assertThat(kind.err()).contains("there is no kind 'desert'; the kinds are: water, park");
    }

    /** Streets and areas, and nothing of the houses on them. */
    @Test
    void theServingRoleSeesNoMoreThanIsPainted() throws Exception {
        Database web = DATABASE.as(Role.WEB);
        for (String statement : List.of(
                "select * from address.segment",
                "select * from address.point",
                "select content from basemap.ground",
                "delete from basemap.ground")) {
            assertThatThrownBy(() -> web.useTransaction(handle -> {
                        // Else the connection itself would refuse to delete.
                        handle.execute("set transaction read write");
                        handle.execute(statement);
                    }))
                    .as(statement)
                    .isInstanceOf(JdbiException.class)
                    .hasMessageContaining("permission denied");
        }
        assertThat(DATABASE.query(
                        Role.WEB,
                        "select string_agg(column_name, ',' order by column_name) from information_schema.columns"
                                + " where table_schema = 'basemap' and table_name = 'street'"))
                .containsExactly("class,geom,id,name");
    }
}
