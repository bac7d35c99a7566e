package org.reentryatlas.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reentryatlas.db.Role;
import org.reentryatlas.support.Cli;
import org.reentryatlas.support.SmallCity;
import org.reentryatlas.support.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/** Flat lists of services: what becomes of each kind of place, of words, of hours, and of a newer file. */
class DirectoryLoadTest {
    private static final String HEADER = "id,name,organization,category,address,address_type,lon,lat,confidential,"
            + "description,status,hours,last_verified\n";

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    static Path directory;

    private static Map<String, String> environment;

    @BeforeAll
    static void configure() throws IOException {
        environment = DATABASE.environment(SmallCity.config(directory));
    }

    private static Cli load(String name, String content, String... options) throws IOException {
        Path file = Files.writeString(directory.resolve(name), content);
        List<String> arguments = new ArrayList<>(List.of("load", "providers", file.toString()));
        arguments.addAll(List.of(options));
        return Cli.run(environment, arguments);
    }

    private static Cli loaded(String name, String content, String... options) throws IOException {
        Cli load = load(name, content, options);
        assertThat(load.exitCode()).as(load.err()).isZero();
        return load;
    }

    private static String ask(String sql) throws SQLException {
        return String.join(" / ", DATABASE.query(Role.STEWARD, sql));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Job Center            | 1 Open St       |              | no  |            | physical     | true",
                "Job Center            | 1 Open St       | physical     |     |            | physical     | true",
                "Safe House            | 1 Hidden Ln     |              | yes |            | confidential | false",
                "Night Stay            | 1 Hidden Ln     | confidential |     |            | confidential | false",
                "Night Stay            | 1 Hidden Ln     |              |     | At a confidential location. | confidential | false",
                "Night Stay            | 1 Hidden Ln     |              |     | The address is not disclosed | confidential | false",
                "Night Stay            | Confidential    |              |     |            | confidential | false",
                "Night Stay            | Call for address |             |     |            | confidential | false",
                "Domestic Violence Shelter | 1 Hidden Ln |              |     |            | confidential | false",
                "HIV Clinic            | 1 Open St       |              |     | Confidential testing | physical | true",
                "Family Violence Court | 1 Open St       |              |     |            | physical     | true",
                "Help Line             | 1 Open St       | online       |     |            | virtual      | false",
                "Help Line             | 1 Open St       | virtual      |     |            | virtual      | false",
                "Food Truck            | 1 Open St       | mobile       |     |            | mobile       | false",
                "State Office          | 1 Open St       | regional     |     |            | regional     | false",
                "Mail Room             | P.O. Box 12     |              |     |            | postal       | false",
                "Mail Room             | 1 Open St, PO Box 9 |          |     |            | postal       | false",
                "Mail Room             | 1 Open St       | postal       |     |            | postal       | false",
                "Boxing Club           | 1 Box Elder Rd  |              |     |            | physical     | true"
            })
    void onlyAPlaceThatMayBeFoundGetsAPin(
            String name,
            String address,
            String type,
            String confidential,
            String description,
            String kind,
            boolean pinned)
            throws Exception {
        loaded(
                "kinds.csv",
                HEADER
                        + String.join(
                                ",",
                                "K1",
                                name,
                                "",
                                "",
                                "\"" + address + "\"",
                                type == null ? "" : type,
                                "-105.09",
                                "43.51",
                                confidential == null ? "" : confidential,
                                description == null ? "" : description,
                                "",
                                "",
                                "")
                        + "\n",
                "--yes");
        assertThat(ask("select kind || ' ' || (geom is not null) from provider.location where source = 'kinds'"))
                .isEqualTo(kind + " " + pinned);
        assertThat(
                        ask(
                                "select (geom is not null)::text || ' ' || confidential from provider.site where source = 'kinds'"))
                .isEqualTo(pinned + " " + kind.equals("confidential"));
        if (kind.equals("confidential")) {
            assertThat(ask("select l::text || s::text from provider.location l, provider.site s"
                            + " where l.source = 'kinds' and s.source = 'kinds'"))
                    .doesNotContain("Hidden", "43.51");
        }
    }

    @Test
    void theDatabaseItselfRefusesAnAddressOfAConfidentialPlace() {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> ask(
                        "insert into provider.location (id, source, key, kind, name, description, transportation, address_1,"
                                + " address_2, city, state_province, postal_code, country, located_by)"
                                + " values (gen_random_uuid(), 'x', 'x', 'confidential', '', '', '', '1 Hidden Ln', '', '', '', '',"
                                + " '', '') returning 'kept'"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("check constraint");
    }

    @Test
    void aNewerFileShowsWhatItChangesAndNeedsYes() throws Exception {
        String first = """
                id,name,address,lon,lat
                A,One,1 Elm St,-105.09,43.51
                B,Two,2 Elm St,-105.09,43.51
                C,Three,,,
                """;
        assertThat(loaded("edition.csv", first).out()).contains("3 added, 0 changed, 0 removed, 0 unchanged");
        String id = ask("select id from provider.service where source = 'edition' and key = 'B'");
        assertThat(loaded("edition.csv", first).out()).contains("nothing changed");
        String second = """
                id,name,address,lon,lat
                A,One,1 Elm St,-105.09,43.51
                B,Second,2 Elm St,-105.09,43.51
                D,Four,,,
                """;
        Cli unconfirmed = load("edition.csv", second);
        assertThat(unconfirmed.exitCode()).isEqualTo(2);
        assertThat(unconfirmed.err())
                .contains("1 added, 1 changed, 1 removed, 1 unchanged")
                .contains("--yes");
        assertThat(ask("select string_agg(name, ',' order by name) from provider.site where source = 'edition'"))
                .isEqualTo("One,Three,Two");
        assertThat(loaded("edition.csv", second, "--yes").out()).contains("1 added, 1 changed, 1 removed, 1 unchanged");
        assertThat(ask("select string_agg(name, ',' order by name) from provider.site where source = 'edition'"))
                .isEqualTo("Four,One,Second");
        assertThat(ask("select string_agg(name, ',' order by name) from provider.service where source = 'edition'"))
                .isEqualTo("Four,One,Second");
        assertThat(ask("select id from provider.service where source = 'edition' and key = 'B'"))
                .isEqualTo(id);
    }

    @Test
    void twoSourcesMayUseTheSameIdentifiers() throws Exception {
        loaded("north.csv", """
                id,name,address,lon,lat
                X9,North,1 Elm St,-105.09,43.51
                """);
        loaded("south.csv", """
                id,name,address,lon,lat
                X9,South,2 Elm St,-105.08,43.51
                """);
        assertThat(ask("select count(*) || ' ' || count(distinct source_id) from provider.site"
                        + " where source in ('north', 'south')"))
                .isEqualTo("2 2");
        assertThat(ask("select name from provider.site where source_id = 'X9'")).isEqualTo("North");
    }

    @Test
    void aServiceMayHaveSeveralCategoriesAndKeepsItsOwnWords() throws Exception {
        Path terms = directory.resolve("terms.csv");
        Cli load = loaded("words.csv", """
                id,name,category,categories,address
                A,One,Yoga,jobs;Food Pantry;yoga,1 Elm St
                B,Two,,,2 Elm St
                """, "--terms", terms.toString(), "--category", "housing");
        assertThat(load.out()).contains("2 terms are not on our category list").contains("2 locations have an address");
        assertThat(ask("select category || ' ' || array_to_string(categories, '+') || ' ' || source_category"
                        + " from provider.site where source = 'words' order by name"))
                .isEqualTo("employment employment+food Yoga; jobs; Food Pantry; yoga / housing housing housing");
        assertThat(Files.readAllLines(terms)).containsExactlyInAnyOrder("term,services", "Yoga,1", "yoga,1");
        assertThat(load("words.csv", """
                id,name,address
                A,One,x
                """, "--category", "yoga").err())
                .contains("there is no such category; the categories are: housing, employment");
    }

    @Test
    void hoursBecomeRowsOrStayInWords() throws Exception {
        assertThat(loaded(
                                "hours.csv",
                                HEADER + "A,One,,,1 Elm St,,,,,,,Mo-We 09:00-17:00,\n"
                                        + "B,Two,,,2 Elm St,,,,,,,by appointment,\n")
                        .out())
                .contains("opening hours of 1 sites are kept in words");
        assertThat(ask("select string_agg(coalesce(weekday || ' ' || opens_at || '-' || closes_at, h.description), ', '"
                        + " order by weekday) from provider.schedule h join provider.service_at_location a"
                        + " on a.id = h.service_at_location_id where a.source = 'hours'"))
                .isEqualTo("1 09:00:00-17:00:00, 2 09:00:00-17:00:00, 3 09:00:00-17:00:00, by appointment");
        assertThat(DATABASE.query(
                        Role.WEB,
                        "select count(*) from provider.schedule where weekday = 2 and time '16:59' >= opens_at"
                                + " and time '16:59' < closes_at"))
                .as("the map can ask what is open now")
                .containsExactly("1");
        assertThat(
                        ask(
                                "select string_agg(hours, ', ' order by hours collate \"C\") from provider.site where source = 'hours'"))
                .isEqualTo("Mo-We 09:00-17:00, by appointment");
    }

    /** As OpenStreetMap writes them, or nothing where a program could not tell. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "null",
            value = {
                "Mo-Fr 09:00-17:00; Sa 10:00-13:00         | Mo-Fr 09:00-17:00; Sa 10:00-13:00",
                "9:00 am - 5:00 pm, Monday - Friday        | Mo-Fr 09:00-17:00",
                "Mon, Wed, Fri 09:00-17:00                 | Mo,We,Fr 09:00-17:00",
                "Mo-We 08:00-12:00; Fr-Su 08:00-12:00      | Mo-We,Fr-Su 08:00-12:00",
                "Sa-Su 10:00-14:00; Tu 09:00-17:00         | Tu 09:00-17:00; Sa,Su 10:00-14:00",
                "Mo-Th 13:00-17:00; Mo-Th 08:00-12:00      | Mo-Th 08:00-12:00,13:00-17:00",
                "Mo-Fr 09:00-17:00; Fr 18:00-20:00         | Mo-Th 09:00-17:00; Fr 09:00-17:00,18:00-20:00",
                "Fr-Sa 22:00-02:00                         | Fr,Sa 22:00-02:00",
                "Daily 18:00-midnight                      | Mo-Su 18:00-24:00",
                "Daily 18:00-00:00                         | Mo-Su 18:00-24:00",
                "Open 24 hours                             | Mo-Su 00:00-24:00",
                "Mo-Fr 09:00-17:00; Sa closed              | Mo-Fr 09:00-17:00",
                "by appointment                            | null",
                "Mo-Fr 09:00-17:00, call first             | null",
                "                                          | null"
            })
    void hoursAreToldToPrograms(String hours, String openingHours) throws Exception {
        loaded("clock.csv", HEADER + "A,One,,,1 Elm St,,,,,,,\"" + (hours == null ? "" : hours) + "\",\n", "--yes");
        assertThat(ask("select coalesce(opening_hours, 'null') from provider.site where source = 'clock'"))
                .isEqualTo(openingHours == null ? "null" : openingHours);
    }

    @Test
    void whatIsClosedIsNotOnTheMapAndWhatIsOldIsDue() throws Exception {
        assertThat(loaded(
                                "fresh.csv",
                                HEADER + "A,Old,,,1 Elm St,,,,,,open,,2025-01-31\n"
                                        + "B,New,,,2 Elm St,,,,,,Open,,2026-01-31\n"
                                        + "C,Never,,,3 Elm St,,,,,,,,\n"
                                        + "D,Gone,,,4 Elm St,,,,,,Permanently Closed,,2026-01-31\n"
                                        + "E,Paused,,,5 Elm St,,,,,,temporarily closed,,2026-01-31\n"
                                        + "F,Odd,,,6 Elm St,,,,,,weird,,2026-01-31\n")
                        .out())
                .contains("1 services are closed (defunct) and not on the map")
                .contains("1 rows have a status that is none of");
        assertThat(ask("select string_agg(name, ',' order by name) from provider.site where source = 'fresh'"))
                .isEqualTo("Never,New,Odd,Old");
        Cli due = Cli.run(environment, "providers", "due", "--as-of", "2026-01-31");
        assertThat(due.exitCode()).as(due.err()).isZero();
        assertThat(due.out().lines().filter(line -> line.contains("\tfresh\t")))
                .containsExactly(
                        "never verified\t\tfresh\tC\t\tNever",
                        "due\t2026-01-31\tfresh\tA\t\tOld",
                        "defunct\t2026-01-31\tfresh\tD\t\tGone",
                        "temporarily closed\t2026-01-31\tfresh\tE\t\tPaused");
        assertThat(Cli.run(environment, "providers", "due", "--as-of", "2026-01-30")
                        .out()
                        .lines()
                        .filter(line -> line.contains("\tfresh\tA\t")))
                .isEmpty();
    }

    @Test
    void aJsonArrayIsATable() throws Exception {
        String json = """
                [{"name": "One", "categories": ["employment", "housing"], "address": "1 Elm St", "latitude": 43.51,
                  "longitude": -105.09, "hours": {"monday": "9:00 AM - 5:00 PM", "sunday": "Closed"}, "languages": ["English"]},
                 {"name": "Two", "address": null, "address_type": "online"}]
                """;
        assertThat(loaded("list.json", json).out())
                .contains("read 2 = accepted 2 + rejected 0")
                .contains("there is no column of identifiers");
        assertThat(ask("select name || ' ' || array_to_string(categories, '+') || ' ' || hours || ' ' || languages"
                        + " || (geom is null) from provider.site where source = 'list' order by name"))
                .isEqualTo(
                        "One employment+housing monday: 9:00 AM - 5:00 PM; sunday: Closed Englishfalse / Two   true");
        assertThat(load("list.json", json.substring(0, json.length() - 4)).err())
                .contains("is the file cut off?");
    }

    @Test
    void anAddressWithoutAPositionIsLookedUp() throws Exception {
        Path reference = Files.writeString(directory.resolve("reference.csv"), """
                id,number,street,city,postal_code,lon,lat
                R1,100,Juniper Street,Small City,82990,-105.085,43.515
                """);
        Cli addresses = Cli.run(environment, "load", "addresses", reference.toString());
        assertThat(addresses.exitCode()).as(addresses.err()).isZero();
        assertThat(loaded("unplaced.csv", """
                id,name,address,city,postal_code
                A,One,100 Juniper St,Small City,82990
                B,Two,200 Nowhere St,Small City,82990
                """).out())
                .contains("1 locations were found by their address")
                .contains("1 locations have an address and no position yet");
        assertThat(ask("select st_astext(geom) from provider.site where source = 'unplaced' and name = 'One'"))
                .isEqualTo("POINT(-105.085 43.515)");
    }

    @Test
    void aRowTwiceIsRejectedByItsNumber() throws Exception {
        String rows = """
                id,name,address
                A,One,1 Elm St
                B,Two,2 Elm St
                A,Three,3 Elm St
                """;
        assertThat(load("twice.csv", rows).err()).contains("row 3, field 'id': another row has the same identifier");
        assertThat(loaded("twice.csv", rows, "--skip-rejected").out())
                .contains("read 3 = accepted 2 + rejected 1")
                .contains("rejected: duplicate_id 1");
        assertThat(ask("select string_agg(name, ',' order by name) from provider.service where source = 'twice'"))
                .isEqualTo("One,Two");
    }
}
