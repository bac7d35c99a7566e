package org.reentryatlas.upkeep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
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
import org.reentryatlas.db.Role;
import org.reentryatlas.support.Cli;
import org.reentryatlas.support.SmallCity;
import org.reentryatlas.support.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

/** Requests to clean something up: what is kept of them, which are refused, and the state of streets that follows. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RequestLoadTest {
    private static final String OPEN311 =
            "service_request_id,service_name,requested_datetime,updated_datetime,status,address,description,lat,long";

    /** Main Street runs eastward within beat 01; North Street northward between beats 01 and 02. */
    private static final String STREETS = """
            {"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"ID":"main","NAME":"Main Street","L_FROM":101,"L_TO":199,"R_FROM":100,"R_TO":198},
             "geometry":{"type":"LineString","coordinates":[[-105.099,43.505],[-105.091,43.505]]}},
            {"type":"Feature","properties":{"ID":"north","NAME":"North Street","L_FROM":301,"L_TO":399,"R_FROM":300,"R_TO":398},
             "geometry":{"type":"LineString","coordinates":[[-105.09,43.501],[-105.09,43.509]]}},
            {"type":"Feature","properties":{"ID":"road","NAME":"Motorway","CLASS":"highway"},
             "geometry":{"type":"LineString","coordinates":[[-105.099,43.5051],[-105.091,43.5051]]}}]}
            """;

    private static final List<String> REQUESTS = List.of(
            "1,Illegal Dumping,2026-06-02T08:00:00-06:00,2026-06-04T08:00:00-06:00,closed,105 Main Street,by my door,43.50510,-105.095",
            "2,Street-Litter,2026-06-03,,open,104 Main Street,,43.50490,-105.095",
            "3,ALLEY CLEANING,2026-06-03,,open,,,43.50500,-105.094",
            "4,Bulky Item Pickup,2026-06-10,,open,,,43.503,-105.0901",
            "5,Graffiti Removal,2026-01-10,,open,,,43.5072,-105.095",
            "6,Illegal Dumping,2026-06-05,2026-06-05,Duplicate (Closed),,,43.50510,-105.095",
            "7,Barking,2026-06-05,,acknowledged,,,43.5051,-105.095",
            "8,Weeds,2026-06-06,,voided,,,43.5051,-105.095");

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    static Path directory;

    private static Map<String, String> environment = new HashMap<>();

    @BeforeAll
    static void loadCity() throws IOException {
        environment = DATABASE.environment(SmallCity.config(directory));
        SmallCity.loadBeats(environment, directory);
        Path streets = Files.writeString(directory.resolve("streets.geojson"), STREETS);
        Cli load = Cli.run(environment, "load", "centerlines", streets.toString());
        assertThat(load.exitCode()).as(load.err()).isZero();
    }

    private static Cli load(List<String> rows, String... options) throws IOException {
        List<String> lines = new ArrayList<>(List.of(OPEN311));
        lines.addAll(rows);
        Path file = Files.write(directory.resolve("requests.csv"), lines);
        List<String> arguments = new ArrayList<>(List.of("load", "requests", file.toString()));
        arguments.addAll(List.of(options));
        return Cli.run(environment, arguments);
    }

    private static List<String> kept() throws Exception {
        return DATABASE.query(
                Role.STEWARD,
                "select concat_ws(' ', source_id, kind, opened, coalesce(cast(closed as text), '-'), status, repeats,"
                        + " coalesce(s.source_id_of, '-'), coalesce(side, '-')) from upkeep.service_request r"
                        + " left join (select id, source_id as source_id_of from address.segment) s on s.id = r.segment_id"
                        + " where source = 'requests' order by source_id");
    }

    private static long segment(String id) throws Exception {
        return Long.parseLong(
                DATABASE.query(Role.STEWARD, "select id from address.segment where source_id = '" + id + "'")
                        .get(0));
    }

    @Test
    @Order(1)
    void eachFaultIsNamedAndNothingIsKept() throws Exception {
        Cli load = load(List.of(
                REQUESTS.get(0),
                "1,Litter,2026-06-02,,open,,,43.505,-105.095",
                "21,Litter,2126-06-02,,open,,,43.505,-105.095",
                "22,Litter,2026-06-02,2026-06-01,closed,,,43.505,-105.095",
                "23,Litter,2026-06-02,,open,2 Main Street,,,",
                "24,Litter,2026-06-02,,open,,,43.70,-105.095",
                "25,Litter,2026-06-02,,open,,,53.70,-105.095",
                "26,Litter,soon,,open,,,43.505,-105.095",
                ",Litter,2026-06-02,,open,,,43.505,-105.095",
                "28,Litter,,,open,,,43.505,-105.095",
                "29,Litter,2026-06-02,,cancelled,,,43.505,-105.095"));
        assertThat(load.exitCode()).isEqualTo(2);
        assertThat(load.err())
                .contains("row 2, field 'service_request_id'", "9 of 11 rows are rejected", "nothing was kept");
        assertThat(Files.readAllLines(directory.resolve("requests.csv.rejects.csv")).stream()
                        .map(line ->
                                String.join(",", List.of(line.split(",", -1)).subList(0, 3))))
                .containsExactlyInAnyOrder(
                        "row,field,reason",
                        "2,service_request_id,duplicate_id",
                        "3,requested_datetime,date_in_future",
                        "4,updated_datetime,end_before_start",
                        "5,long,coordinates_missing",
                        "6,position,outside_jurisdiction",
                        "7,long,outside_jurisdiction",
                        "8,requested_datetime,date_invalid",
                        "9,service_request_id,value_missing",
                        "10,requested_datetime,value_missing",
                        "11,status,withdrawn");
        assertThat(kept()).isEmpty();
    }

    @Test
    @Order(2)
    void ofAPositionTheSideOfTheBlockIsKept() throws Exception {
        Cli load = load(REQUESTS);
        assertThat(load.exitCode()).as(load.err()).isZero();
        assertThat(load.out())
                .contains(
                        "read 8 = accepted 7 + rejected 1",
                        "withdrawn 1",
                        "7 added",
                        "kinds: dumping 2, bulk 1, cleaning 1, graffiti 1, litter 1, other 1",
                        "1 ask again for what somebody asked for before",
                        "1 are further than 60 m from every street",
                        "1 have one of 1 services of which nobody has said what they mean and are kept as 'other'\n")
                .as("a rare name might be what somebody wrote")
                .doesNotContain("barking");
        assertThat(kept())
                .containsExactly(
                        "1 dumping 2026-06-02 2026-06-04 closed f main left",
                        "2 litter 2026-06-03 - open f main right",
                        "3 cleaning 2026-06-03 - open f main -",
                        "4 bulk 2026-06-10 - open f north left",
                        "5 graffiti 2026-01-10 - open f - -",
                        "6 dumping 2026-06-05 - closed t main left",
                        "7 other 2026-06-05 - open f main left");
        assertThat(DATABASE.query(
                        Role.STEWARD,
                        "select string_agg(column_name, ' ' order by ordinal_position) from information_schema.columns"
                                + " where table_schema = 'upkeep' and table_name = 'service_request'"))
                .as("neither a position nor an address nor a text")
                .containsExactly("source source_id kind opened closed status repeats segment_id side areas content");
        assertThat(
                        DATABASE.query(
                                Role.STEWARD,
                                "select distinct level || ' ' || key from upkeep.service_request cross join unnest(areas) as area_id"
                                        + " join boundary.area a on a.id = area_id where source_id = '4' and level in ('beat', 'district')"))
                .containsExactlyInAnyOrder("beat 01", "district D1");
    }

    @Test
    @Order(3)
    void anotherEditionNeedsAYesAndTheLastDaysAloneLeaveTheEarlier() throws Exception {
        assertThat(load(REQUESTS).out()).contains("nothing changed");
        List<String> next = List.of(
                "3,Alley Cleaning,2026-06-03,2026-06-20,closed,,,43.50500,-105.094",
                "9,Litter,2026-06-21,,open,,,43.50490,-105.095");
        assertThat(load(next).err()).contains("1 added, 1 changed, 6 removed, 0 unchanged; nothing was kept");
        assertThat(load(next, "--keep-earlier").err())
                .as("2 is of the same day as 3, and 1 and 5 are earlier")
                .contains("1 added, 1 changed, 3 removed, 3 unchanged; nothing was kept");
        Cli wider = load(REQUESTS.subList(0, 5), "--yes", "--source", "other");
        assertThat(wider.out()).contains("5 have an identifier that is kept of another source too");
        assertThat(load(List.of(REQUESTS.get(0)), "--yes", "--source", "other").out())
                .contains("0 added, 0 changed, 4 removed, 1 unchanged");
        assertThat(load(next, "--keep-earlier", "--yes").exitCode()).isZero();
        assertThat(kept())
                .containsExactly(
                        "1 dumping 2026-06-02 2026-06-04 closed f main left",
                        "2 litter 2026-06-03 - open f main right",
                        "3 cleaning 2026-06-03 2026-06-20 closed f main -",
                        "5 graffiti 2026-01-10 - open f - -",
                        "9 litter 2026-06-21 - open f main right");
        assertThat(load(REQUESTS, "--yes").exitCode()).isZero();
        assertThat(kept()).hasSize(7);
        DATABASE.asAdmin("delete from upkeep.service_request where source = 'other'");
    }

    @Test
    @Order(4)
    void aListSaysWhatAServiceIs() throws Exception {
        DATABASE.query(
                Role.STEWARD, "insert into upkeep.service_term (term, kind) values ('barking', 'weeds') returning 1");
        assertThat(load(REQUESTS).err()).contains("0 added, 1 changed, 0 removed, 6 unchanged");
        DATABASE.query(Role.STEWARD, "delete from upkeep.service_term where term = 'barking' returning 1");
        Cli kind = load(List.of(REQUESTS.get(6)), "--kind", "litter", "--source", "litter");
        assertThat(kind.out()).contains("kinds: litter 1\n").doesNotContain("nobody has said");
        DATABASE.asAdmin("delete from upkeep.service_request where source = 'litter'");
        Cli wrong = load(REQUESTS, "--kind", "noise");
        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.err()).contains("there is no kind 'noise'; the kinds are: dumping, litter");
    }

    @Test
    @Order(5)
    void theStateOfStreetsIsKnownByAreaAndBySideOfABlock() throws Exception {
        AppearanceStore scores = new AppearanceStore(DATABASE.as(Role.DESK));
        LocalDate day = LocalDate.of(2026, 6, 15);
        assertThat(scores.add(segment("main"), 2, day, "A")).isTrue();
        assertThat(scores.add(segment("main"), 3, day, "B")).isTrue();
        assertThat(scores.add(segment("main"), 1, day.minusDays(1), "C")).isTrue();
        assertThat(scores.add(segment("main"), 4, day, "C")).isTrue();
        assertThat(scores.add(segment("north"), 1, day, "A")).isTrue();
        assertThat(scores.add(segment("north"), 1, day, "B")).isTrue();
        assertThat(scores.add(segment("north"), 4, day, "B"))
                .as("a second on the day")
                .isFalse();
        assertThat(scores.add(segment("road"), 4, day, "B")).as("no block").isFalse();
        assertThat(scores.list(segment("main")))
                .hasSize(4)
                .first()
                .satisfies(score -> assertThat(score.street()).isEqualTo("Main Street"));
        assertThatThrownBy(() -> scores.add(segment("main"), 5, day, "A")).hasMessageContaining("1 to 4");
        assertThatThrownBy(() -> scores.add(segment("main"), 4, day, " ")).hasMessageContaining("1 to 40");

        ConditionStore store = new ConditionStore(DATABASE.as(Role.WEB));
        Conditions.Question june = new Conditions.Question(
                LocalDate.of(2026, 6, 30),
                30,
                Map.of(segment("main"), LocalDate.of(2026, 6, 10), segment("north"), LocalDate.of(2026, 7, 1)));
        Conditions beats = store.areas("beat", june);
        assertThat(beats.areas()).hasSize(12);
        assertThat(beats.elsewhere()).isZero();
        Conditions.Area first = beats.areas().get(0);
        assertThat(first.key()).isEqualTo("01");
        assertThat(first.areaKm2()).isCloseTo(0.9, within(0.05));
        assertThat(first.figures().streetKm()).isCloseTo(0.645 + 0.889 / 2, within(0.005));
        assertThat(first.figures().requests())
                .isEqualTo(Map.of(
                        RequestKind.DUMPING, 1,
                        RequestKind.LITTER, 1,
                        RequestKind.CLEANING, 1,
                        RequestKind.BULK, 1,
                        RequestKind.GRAFFITI, 0,
                        RequestKind.WEEDS, 0,
                        RequestKind.OTHER, 1));
        assertThat(first.figures().repeats()).isEqualTo(1);
        assertThat(first.figures().open())
                .as("graffiti of January too, and no bulk")
                .isEqualTo(4);
        assertThat(first.figures().scorers()).isEqualTo(3);
        assertThat(first.figures().appearance()).isCloseTo((2 + 3 + 4 + 1 + 1) / 5.0, within(1e-9));
        assertThat(first.figures().daysSinceCleanUp()).isEqualTo(20);
        assertThat(first.figures().requestsPerKm(List.of(RequestKind.DUMPING, RequestKind.LITTER)))
                .isCloseTo(2 / first.figures().streetKm(), within(1e-9));
        Conditions.Figures second = beats.areas().get(1).figures();
        assertThat(second.streetKm()).isCloseTo(0.889 / 2, within(0.005));
        assertThat(second.scorers()).isEqualTo(2);
        assertThat(second.appearance()).as("two are too few").isNull();
        assertThat(second.daysSinceCleanUp()).as("that of July is yet to come").isNull();

        long main = segment("main");
        assertThat(store.faces(june))
                .filteredOn(face -> face.segmentId() == main)
                .extracting(face -> "%s %s %d-%d dumping %d cleaning %d open %d %s"
                        .formatted(
                                face.side(),
                                face.street(),
                                face.lowest(),
                                face.highest(),
                                face.figures().count(RequestKind.DUMPING),
                                face.figures().count(RequestKind.CLEANING),
                                face.figures().open(),
                                face.figures().appearance()))
                .containsExactly(
                        "left Main Street 101-199 dumping 1 cleaning 1 open 2 3.0",
                        "right Main Street 100-198 dumping 0 cleaning 1 open 2 3.0");
        assertThat(store.areas("beat", new Conditions.Question(LocalDate.of(2026, 6, 3), 30, Map.of()))
                        .areas()
                        .get(0)
                        .figures()
                        .open())
                .as("the dumping was closed a day later")
                .isEqualTo(4);
        assertThat(store.areas("tract", june).areas())
                .as("no tracts are loaded")
                .isEmpty();
        assertThat(store.areas("beat", new Conditions.Question(LocalDate.of(2020, 1, 1), 30, Map.of()))
                        .areas())
                .as("no beats held then")
                .isEmpty();
        assertThatThrownBy(() -> new Conditions.Question(LocalDate.of(2026, 6, 30), 0, Map.of()))
                .hasMessageContaining("days are 1 to 3660");
    }

    @Test
    @Order(6)
    void theServingRoleSeesNoNumberOfARequestAndChangesNothing() {
        for (String statement : List.of(
                "select source_id from upkeep.service_request",
                "select * from upkeep.service_request",
                "select street from upkeep.appearance where scorer = 'A'",
                "delete from upkeep.appearance",
                "insert into upkeep.appearance (street, score, day, scorer) values ('', 1, current_date, 'x')")) {
            assertThatThrownBy(() -> DATABASE.as(Role.WEB).useTransaction(handle -> {
                        handle.execute("set transaction read write");
                        handle.execute(statement);
                    }))
                    .as(statement)
                    .isInstanceOf(JdbiException.class)
                    .hasMessageContaining("permission denied");
        }
        assertThatThrownBy(() -> DATABASE.as(Role.DESK)
                        .useTransaction(handle -> handle.execute("update upkeep.appearance set score = 1")))
                .hasMessageContaining("permission denied");
    }

    @Test
    @Order(7)
    void whenAStreetIsGoneWhatWasSaidOfItStays() throws Exception {
        Path streets = Files.writeString(
                directory.resolve("streets.geojson"), STREETS.replace("\"ID\":\"main\"", "\"ID\":\"new\""));
        assertThat(Cli.run(environment, "load", "centerlines", streets.toString(), "--yes")
                        .exitCode())
                .isZero();
        assertThat(DATABASE.query(
                        Role.DESK,
                        "select count(*) from upkeep.appearance where street = 'Main Street' and segment_id is null"))
                .containsExactly("4");
        Conditions beats = new ConditionStore(DATABASE.as(Role.WEB))
                .areas("beat", new Conditions.Question(LocalDate.of(2026, 6, 30), 30, Map.of()));
        assertThat(beats.areas().get(0).figures().count(RequestKind.DUMPING)).isEqualTo(1);
        assertThat(load(REQUESTS).err()).contains("0 added, 5 changed, 0 removed, 2 unchanged");
    }
}
