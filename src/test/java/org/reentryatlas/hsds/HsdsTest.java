package org.reentryatlas.hsds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.reentryatlas.db.Role;
import org.reentryatlas.support.Cli;
import org.reentryatlas.support.SmallCity;
import org.reentryatlas.support.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Directories in HSDS on their way in and out. The services in these files are invented. */
class HsdsTest {
    private static final Path SCHEMA = Path.of("../shared/geodata/hsds/spec_3.0_schema/service_with_definitions.json");
    private static final String SITES = "select concat_ws('|', organization, name, array_to_string(categories, '+'),"
            + " source_category, address, phone, url, hours, eligibility, languages, accepts_records, wheelchair, confidential,"
            + " last_verified, st_astext(geom)) as site from provider.site order by site";

    /** A service with everything that is kept, one that is closed, and one without a place. */
    private static final String SERVICES = """
            [{"id": "6f1f3f2e-0000-4000-8000-000000000001", "name": "Evening classes", "status": "active",
              "description": "Reading and more", "url": "https://classes.example.org", "email": "a@classes.example.org",
              "eligibility_description": "adults", "minimum_age": 18, "maximum_age": 99, "assured_date": "2026-05-01",
              "contacts": [{"id": "c", "name": "A Person"}], "unheard_of": 1,
              "organization": {"id": "6f1f3f2e-0000-4000-8000-000000000002", "name": "Harlow Learning", "description": "d",
                "website": "https://learning.example.org", "phones": [{"id": "p1", "number": "307-555-0101"}]},
              "languages": [{"id": "l1", "name": "Spanish", "code": "es"}],
              "schedules": [{"id": "s1", "freq": "WEEKLY", "byday": "TU,TH", "opens_at": "17:00:00", "closes_at": "20:00:00",
                             "valid_from": "2026-01-01"},
                            {"id": "s2", "freq": "MONTHLY", "bymonthday": "1", "opens_at": "10:00", "closes_at": "12:00"}],
              "cost_options": [{"id": "c1", "option": "per term", "amount": 20, "currency": "usd"}],
              "service_areas": [{"id": "a1", "name": "The county"}],
              "attributes": [{"id": "t1", "taxonomy_term": {"id": "x", "name": "Adult Education", "description": ""}},
                             {"id": "t2", "taxonomy_term": {"id": "y", "name": "Help Find Work", "description": ""}},
                             {"id": "t3", "value": "case_by_case", "taxonomy_term": {"id": "z", "name": "accepts_records",
                              "description": "", "taxonomy": "Reentry Atlas"}}],
              "service_at_locations": [
                {"id": "6f1f3f2e-0000-4000-8000-000000000003", "location": {"id": "6f1f3f2e-0000-4000-8000-000000000004",
                 "location_type": "physical", "name": "School", "latitude": 43.51, "longitude": -105.09,
                 "accessibility": [{"id": "w", "description": "Wheelchair accessible"}],
                 "addresses": [{"id": "d", "address_1": "1 Elm St", "city": "Harlow Ferry", "state_province": "WY",
                                "postal_code": "82990", "country": "US", "address_type": "physical"}]}},
                {"id": "6f1f3f2e-0000-4000-8000-000000000005", "location": {"id": "6f1f3f2e-0000-4000-8000-000000000006",
                 "location_type": "virtual", "latitude": 43.51, "longitude": -105.09}}]},
             {"id": "6f1f3f2e-0000-4000-8000-000000000007", "name": "Pantry", "status": "defunct",
              "organization": {"id": "6f1f3f2e-0000-4000-8000-000000000002", "name": "Harlow Learning"}},
             {"id": "6f1f3f2e-0000-4000-8000-000000000008", "name": "Women's night stay", "status": "active",
              "service_at_locations": [{"id": "6f1f3f2e-0000-4000-8000-000000000009",
                "location": {"id": "6f1f3f2e-0000-4000-8000-00000000000a", "location_type": "physical", "name": "The Hidden House",
                 "latitude": 43.527431, "longitude": -105.08, "attributes": [{"id": "q", "value": "confidential",
                  "taxonomy_term": {"id": "r", "name": "place", "description": "", "taxonomy": "Reentry Atlas"}}],
                 "addresses": [{"id": "e", "address_1": "9 Hidden Ln", "city": "Harlow Ferry", "state_province": "WY",
                                "postal_code": "82990", "country": "US", "address_type": "physical"}]}}]}]
            """;

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @RegisterExtension
    static final TestDatabase OTHER = new TestDatabase();

    @RegisterExtension
    static final TestDatabase THIRD = new TestDatabase();

    @TempDir
    static Path directory;

    private static Map<String, String> environment;
    private static Map<String, String> other;
    private static Map<String, String> third;

    @BeforeAll
    static void configure() throws IOException {
        Path config = SmallCity.config(directory);
        environment = DATABASE.environment(config);
        other = OTHER.environment(config);
        third = THIRD.environment(config);
    }

    private static Cli run(Map<String, String> in, Path file, String... options) {
        List<String> arguments = new ArrayList<>(List.of("load", "providers", file.toString()));
        arguments.addAll(List.of(options));
        return Cli.run(in, arguments);
    }

    private static Cli loaded(Path file, String... options) {
        Cli load = run(environment, file, options);
        assertThat(load.exitCode()).as(load.err()).isZero();
        return load;
    }

    private static String ask(String sql) throws SQLException {
        return String.join(" / ", DATABASE.query(Role.STEWARD, sql));
    }

    @Test
    void readsServicesWithAllThatIsInsideThem() throws Exception {
        Cli load = loaded(Files.writeString(directory.resolve("services.json"), SERVICES));
        assertThat(load.out())
                .contains("HSDS 3.x JSON")
                .contains("sites: 4 added")
                .contains("1 locations are confidential", "1 locations are virtual")
                .contains("1 services are closed (defunct) and not on the map")
                .contains("1 schedules are no plain week and are kept in words")
                .contains("service.unheard_of");
        assertThat(ask(
                        "select concat_ws('|', organization, name, array_to_string(categories, '+'), address, phone, url, hours,"
                                + " eligibility, languages, accepts_records, wheelchair, last_verified, st_astext(geom))"
                                + " from provider.site where source = 'services' order by record_id"))
                .isEqualTo("Harlow Learning|Evening classes|education+employment|1 Elm St|307-555-0101|"
                        + "https://classes.example.org|Tu,Th 17:00-20:00; FREQ=MONTHLY;BYMONTHDAY=1  10:00-12:00|adults|es|"
                        + "case_by_case|t|2026-05-01|POINT(-105.09 43.51)"
                        + " / Harlow Learning|Evening classes|education+employment||307-555-0101|https://classes.example.org|"
                        + "Tu,Th 17:00-20:00; FREQ=MONTHLY;BYMONTHDAY=1  10:00-12:00|adults|es|case_by_case|2026-05-01"
                        + " / |Women's night stay|||||||");
        assertThat(ask("select id from provider.service where source = 'services' and name = 'Evening classes'"))
                .as("a UUID stays what it is")
                .isEqualTo("6f1f3f2e-0000-4000-8000-000000000001");
        assertThat(ask("select string_agg(t::text, '') from provider.location t"))
                .doesNotContain("Hidden", "43.527431");
        assertThat(loaded(directory.resolve("services.json")).out()).contains("nothing changed");
    }

    @Test
    void readsOneObjectALineAndAPageOfTheApi() throws Exception {
        String one = "{\"id\": \"L1\", \"name\": \"A\", \"status\": \"active\", \"organization_id\": null}";
        Path lines = Files.writeString(directory.resolve("lines.ndjson"), one + "\n" + one.replace("L1", "L2") + "\n");
        assertThat(loaded(lines).out()).contains("read 2 = accepted 2 + rejected 0");
        Path page = Files.writeString(
                directory.resolve("page.json"), "{\"total_items\": 1, \"contents\": [" + one + "], \"empty\": false}");
        assertThat(loaded(page).out()).contains("read 1 = accepted 1 + rejected 0");
        Path cut = Files.writeString(directory.resolve("cut.json"), "[" + one + ",\n{\"id\": ");
        assertThat(run(environment, cut).err()).contains("not JSON from line 2 on; is the file cut off?");
        Path taxonomy = Files.writeString(
                directory.resolve("taxonomy.json"), "[{\"id\":\"a\",\"name\":\"n\",\"version\":\"1\"}]");
        assertThat(run(environment, taxonomy).err()).contains("it is a taxonomy of HSDS and holds no services");
    }

    /** Words where a program needs a value: what can be done without is left out and counted, a doubtful secret is refused. */
    @Test
    void wordsInPlaceOfAValueAreCountedAndADoubtfulSecretIsRefused() throws Exception {
        Path words = Files.writeString(directory.resolve("words.json"), """
                [{"id": "W1", "name": "Beds", "status": "active", "maximum_capacity": "twenty beds", "accepts_records": "ask us",
                  "capacities": [{"id": "C1", "maximum": "a lot"}]},
                 {"id": "W2", "name": "More beds", "status": "active", "maximum_capacity": "20", "accepts_records": "YES"}]
                """);
        assertThat(loaded(words).out())
                .contains("service.capacity: 1 values cannot be read and were left out")
                .contains("service.accepts_records: 1 values cannot be read and were left out")
                .contains("capacity.capacity: 1 values cannot be read and were left out");
        assertThat(ask("select string_agg(concat_ws('|', key, capacity, accepts_records), ' ' order by key)"
                        + " from provider.service where source = 'words'"))
                .isEqualTo("W1 W2|20|yes");

        Path secret = Files.writeString(directory.resolve("secret.json"), """
                [{"id": "S1", "name": "Night stay", "status": "active",
                  "service_at_locations": [{"id": "A1", "location": {"id": "H1", "name": "The Secret House",
                    "confidential": "yes", "latitude": 43.5274321, "longitude": -105.08}}]},
                 {"id": "S2", "name": "Day stay", "status": "active", "confidential": "if they ask"}]
                """);
        Cli refused = run(environment, secret);
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("write true or false").doesNotContain("if they ask", "43.5274321");
        assertThat(loaded(secret, "--skip-rejected").out()).contains("1 locations are confidential");
        assertThat(ask("select string_agg(t::text, '') from provider.location t where source = 'secret'"))
                .isNotEmpty()
                .doesNotContain("Secret House", "43.5274321");
        assertThat(ask("select count(geom) from provider.location where source = 'secret'"))
                .isEqualTo("0");
    }

    private static Map<String, String> olderTables() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("datapackage.json", "{\"resources\":[{\"name\":\"organization\",\"path\":\"data/orgs.csv\"}]}");
        files.put("data/orgs.csv", """
                id,name,description,url
                1,Older Org,d,www.older.example.org
                """);
        files.put("data/services.csv", """
                id,organization_id,name,status,fees
                10,1,Meals,active,none
                11,1,Clothes,inactive,
                12,7,Lost,,
                12,1,Twin,,
                """);
        files.put("data/locations.csv", """
                id,organization_id,name,latitude,longitude
                20,1,Hall,43.51,-105.09
                21,9,Office,,
                22,1,Far,10,10
                """);
        files.put("data/services_at_location.csv", """
                id,service_id,location_id
                30,10,20
                31,10,21
                32,10,22
                33,11,20
                """);
        files.put("data/physical_addresses.csv", """
                id,location_id,address_1,city,state_province,postal_code,country
                40,20,5 Elm St,Harlow Ferry,WY,82990,US
                41,21,PO Box 3,Harlow Ferry,WY,82990,US
                """);
        files.put("data/phones.csv", """
                id,location_id,service_id,organization_id,number
                50,20,,,307-555-0102
                51,,,99,1
                52,,,,2
                """);
        files.put("data/regular_schedules.csv", """
                service_id,weekday,opens_at,closes_at
                10,Monday,9:00am,5:00pm
                10,2,9:00am,5:00pm
                10,Friday,,
                """);
        files.put("data/services_taxonomy.csv", """
                service_id,taxonomy_id
                10,T1
                10,T2
                """);
        files.put("data/taxonomy.csv", """
                id,name
                T1,Food Pantry
                """);
        files.put("data/eligibility.csv", """
                id,service_id,eligibility
                60,10,all
                """);
        files.put("data/contacts.csv", """
                id,name
                1,A Person
                """);
        return files;
    }

    private static Path zip(String name, Map<String, String> files) throws IOException {
        Path zip = directory.resolve(name);
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                out.putNextEntry(new ZipEntry(file.getKey()));
                out.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return zip;
    }

    @Test
    void readsTheTablesOfAnOlderPackageAndNamesWhatRefersToNothing() throws Exception {
        Path zip = zip("older.zip", olderTables());
        assertThat(run(environment, zip).err()).contains("rows are rejected").contains("--skip-rejected");
        Cli load = loaded(zip, "--skip-rejected");
        assertThat(load.out())
                .contains("HSDS 1.x tables in a zip")
                .contains("read 24 = accepted 18 + rejected 6")
                .contains("rejected: duplicate_id 1", "rejected: owner_unknown 3", "rejected: outside_jurisdiction 1")
                .contains("rejected: owner_missing 1")
                .contains("files that are not read, since nothing of them is on the map: contact")
                .contains("1 locations name an organization that the file does not have")
                .contains("1 locations are postal and get no pin");
        assertThat(Files.readString(directory.resolve("older.zip.rejects.csv")))
                .contains("services.csv: organization_id,owner_unknown")
                .contains("services.csv: id,duplicate_id")
                .contains("locations.csv: latitude,outside_jurisdiction")
                .contains("services_at_location.csv: location_id,owner_unknown")
                .contains("phones.csv: organization_id,owner_unknown")
                .contains("phones.csv: service_id,owner_missing");
        assertThat(
                        ask(
                                "select concat_ws('|', organization, name, category, source_category, address, phone, url, hours,"
                                        + " eligibility, st_astext(geom)) from provider.site where source = 'older' order by address"))
                .isEqualTo("Older Org|Meals|food|Food Pantry; T2|5 Elm St|307-555-0102|www.older.example.org|"
                        + "Mo,Tu 09:00-17:00; Friday|all|POINT(-105.09 43.51)"
                        + " / Older Org|Meals|food|Food Pantry; T2|PO Box 3||www.older.example.org|"
                        + "Mo,Tu 09:00-17:00; Friday|all");
    }

    @Test
    void readsTheTablesOfAFolder() throws Exception {
        Path folder = directory.resolve("tables");
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("datapackage.json"), "not JSON");
        Files.writeString(folder.resolve("organizations.csv"), """
                id,name,description
                1,Newer Org,d
                """);
        Files.writeString(folder.resolve("services.csv"), """
                id,organization_id,name,status
                10,1,Classes,active
                """);
        Files.writeString(folder.resolve("locations.csv"), """
                id,location_type,latitude,longitude
                20,physical,43.51,-105.09
                """);
        Files.writeString(folder.resolve("service_at_location.csv"), """
                id,service_id,location_id
                30,10,20
                """);
        Files.writeString(folder.resolve("addresses.csv"), """
                id,location_id,address_1,city,address_type
                1,20,5 Elm St,X,physical
                """);
        Files.writeString(folder.resolve("schedules.csv"), """
                id,service_id,freq,byday,opens_at,closes_at
                1,10,WEEKLY,"MO,TU,WE",10:00:00,18:00:00
                """);
        Files.writeString(folder.resolve("attributes.csv"), """
                id,link_id,link_entity,taxonomy_term_id
                1,10,service,5
                2,20,location,5
                """);
        Files.writeString(folder.resolve("taxonomy_terms.csv"), """
                id,name
                5,Adult Education
                """);
        assertThat(loaded(folder).out())
                .contains("HSDS 3.x tables in a folder")
                .contains("datapackage.json is not JSON and was passed over")
                .contains("1 attributes are not of services");
        assertThat(ask("select concat_ws('|', organization, name, category, address, hours, st_astext(geom))"
                        + " from provider.site where source = 'tables'"))
                .isEqualTo("Newer Org|Classes|education|5 Elm St|Mo-We 10:00-18:00|POINT(-105.09 43.51)");
        Path empty = Files.createDirectories(directory.resolve("nothing"));
        assertThat(run(environment, empty).err()).contains("the folder holds no HSDS tables");
    }

    @Test
    void aZipThatWouldFillTheDiskOrLeaveItsFolderIsRefused() throws Exception {
        Path bomb = zip("bomb.zip", Map.of("services.csv", "id,name\n" + "x".repeat(70 << 20)));
        assertThat(run(environment, bomb).err()).contains("unpacked, the zip file would be 70 MB large");
        Path slip = zip("slip.zip", Map.of("../../services.csv", "id,name\n"));
        assertThat(run(environment, slip).err()).contains("an entry of the zip file wants to lie outside of it");
        Path noZip = Files.writeString(directory.resolve("no.zip"), "PK?");
        assertThat(run(environment, noZip).err()).contains("this is not a zip file, or it is damaged or cut off");
    }

    @Test
    void whatIsExportedLoadsAsTheSameSites() throws Exception {
        Path invented = Files.writeString(directory.resolve("round.json"), SERVICES);
        Path demo = Path.of("geodata/demo/providers.csv");
        for (String file : List.of(invented.toString(), demo.toString())) {
            Cli load = Cli.run(other, "load", "providers", file, "--rejects", directory.resolve("r.csv") + "");
            assertThat(load.exitCode()).as(load.err()).isZero();
        }
        Path export = directory.resolve("export.json");
        Cli done = Cli.run(other, "export", "hsds", export.toString());
        assertThat(done.exitCode()).as(done.err()).isZero();
        assertThat(done.out()).contains("183 services");
        assertThat(Files.readString(export)).doesNotContain("Hidden", "43.527431");
        List<String> before = OTHER.query(Role.STEWARD, SITES);
        Cli load = run(third, export);
        assertThat(load.exitCode()).as(load.err()).isZero();
        assertThat(THIRD.query(Role.STEWARD, SITES)).hasSize(183).isEqualTo(before);
        Path again = directory.resolve("again.json");
        Cli.run(third, "export", "hsds", again.toString());
        assertThat(ids(again)).as("identifiers are stable").isEqualTo(ids(export));
    }

    private static List<String> ids(Path export) throws IOException {
        List<String> ids = new ArrayList<>();
        new JsonMapper()
                .readTree(export.toFile())
                .findValues("service_at_locations")
                .forEach(links -> links.forEach(link -> ids.add(
                        link.get("id").asText() + " " + link.get("location_id").asText())));
        return ids;
    }

    @Test
    void theOfficialSchemaAcceptsWhatIsExported() throws IOException {
        JsonSchema schema = schema();
        loaded(Files.writeString(directory.resolve("valid.json"), SERVICES));
        loaded(
                Path.of("geodata/demo/providers.csv"),
                "--rejects",
                directory.resolve("valid.rejects.csv").toString());
        Path export = directory.resolve("for-schema.json");
        assertThat(Cli.run(environment, "export", "hsds", export.toString()).exitCode())
                .isZero();
        JsonNode services = new JsonMapper().readTree(export.toFile());
        assertThat(services).hasSizeGreaterThan(180);
        services.forEach(service -> assertThat(schema.validate(service)).isEmpty());
        assertThat(schema.validate(new JsonMapper().readTree("{\"id\": 1, \"name\": \"x\", \"status\": \"open\"}")))
                .as("the schema refuses what is wrong")
                .hasSizeGreaterThanOrEqualTo(2);
    }

    private static JsonSchema schema() throws IOException {
        assumeTrue(Files.exists(SCHEMA), "skipped: the schema of HSDS is not beside the project");
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(
                        Files.readString(SCHEMA),
                        com.networknt.schema.SchemaValidatorsConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build());
    }
}
