package org.reentryatlas.address;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reentryatlas.db.CopyIn;
import org.reentryatlas.db.Role;
import org.reentryatlas.support.Cli;
import org.reentryatlas.support.SmallCity;
import org.reentryatlas.support.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

/** Every class and every method on a town that does not exist. */
class GeocoderTest {
    private static final String POINTS = """
            id,number,street,unit,city,state,postal_code,lon,lat
            1,10,Heron Street NE,,Tern Hollow,WY,82990,-105.0900,43.5010
            2,12,Heron Street NE,,Tern Hollow,WY,82990,-105.0898,43.5010
            3,10,Heron Street SW,,Tern Hollow,WY,82991,-105.1000,43.4950
            4,14,Heron Street NE,,Tern Hollow,WY,82990,-105.0896,43.5010
            5,20,Kestrel Avenue NE,A,Tern Hollow,WY,82990,-105.0880,43.5020
            6,20,Kestrel Avenue NE,B,Tern Hollow,WY,82990,-105.0878,43.5020
            7,31,14th Street NE,,Tern Hollow,WY,82990,-105.0870,43.5030
            8,40,Pelican Road NE,,Tern Hollow,WY,82990,-105.0860,43.5040
            9,40,Pelican Road NE,,Tern Hollow,WY,82991,-105.0960,43.4940
            10,50,South Plover Lane NE,,Tern Hollow,WY,82990,-105.0850,43.5050
            11,60,Nightingale Street NE,,Tern Hollow,WY,82990,-105.0840,43.5060
            12,70-74,E Street NE,,Tern Hollow,WY,82990,-105.0830,43.5070
            13,80,Osprey Court NE,,Tern Hollow,WY,82990,-105.0820,43.5080
            14,90,Sandpiper Drive NE,,Tern Hollow,WY,82990,-105.0810,43.5090
            15,90,Sandpiper Drive NE,,Tern Hollow,WY,82990,-105.0790,43.5090
            16,1204,Wren Street NE,,Tern Hollow,WY,82990,-105.0800,43.5100
            17,1288,Wren Street NE,,Tern Hollow,WY,82990,-105.0790,43.5100
            """;

    private static final String FACILITIES = """
            id,name,kind,address,capacity,lon,lat
            F1,Alder House,halfway_house,12 Heron St NE,40,-105.0898,43.5010
            F2,Larch Center,correctional_facility,900 Gaol Lane NE,200,-105.0700,43.5050
            F3,Juniper Shelter,shelter,55 Curlew Way SW,60,-105.1010,43.4940
            """;

    private static final String STREETS = """
            {"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"ID":"a","NAME":"Egret Street NE","L_FROM":101,"L_TO":199,"R_FROM":100,"R_TO":198},
             "geometry":{"type":"LineString","coordinates":[[-105.08,43.52],[-105.07,43.52]]}},
            {"type":"Feature","properties":{"ID":"b","NAME":"Egret Street NE","L_FROM":201,"L_TO":299,"R_FROM":200,"R_TO":298},
             "geometry":{"type":"LineString","coordinates":[[-105.07,43.52],[-105.06,43.52]]}},
            {"type":"Feature","properties":{"ID":"c","NAME":"Bittern Road NE","L_FROM":1,"L_TO":99,"R_FROM":2,"R_TO":98},
             "geometry":{"type":"LineString","coordinates":[[-105.07,43.51],[-105.07,43.52]]}}
            ]}
            """;

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    static Path directory;

    /** An answer as a test looks at it. */
    private record Found(String answer, String key, double lon, double lat) {}

    @BeforeAll
    static void loadReference() throws IOException {
        Map<String, String> environment = DATABASE.environment(SmallCity.config(directory));
        load(environment, "addresses", "addresses.csv", POINTS);
        load(environment, "facilities", "facilities.csv", FACILITIES);
        load(environment, "centerlines", "streets.geojson", STREETS);
    }

    private static void load(Map<String, String> environment, String kind, String name, String text)
            throws IOException {
        Path file = Files.writeString(directory.resolve(name), text);
        Cli load = Cli.run(environment, "load", kind, file.toString());
        assertThat(load.exitCode()).as(load.err()).isZero();
    }

    /** Geocodes addresses, each with a city and a ZIP after bars where the text has them. */
    private static List<Found> geocode(List<String> requests) {
        return DATABASE.as(Role.STEWARD).inTransaction(handle -> {
            GeocoderStore geocoder = new GeocoderStore(handle);
            try (CopyIn staged = geocoder.stage()) {
                for (int i = 0; i < requests.size(); i++) {
                    String[] parts = requests.get(i).split("~", -1);
                    GeocoderStore.add(
                            staged,
                            i,
                            parts[0],
                            parts.length > 1 ? parts[1] : null,
                            parts.length > 2 ? parts[2] : null);
                }
                staged.finish();
            }
            geocoder.run();
            return handle.createQuery("select concat_ws(' ', class, nullif(method, '')) as answer, address_key,"
                            + " st_x(geom) as lon, st_y(geom) as lat from geocode_answer order by row_number")
                    .map((rs, context) -> new Found(
                            rs.getString("answer"),
                            rs.getString("address_key"),
                            rs.getDouble("lon"),
                            rs.getDouble("lat")))
                    .list();
        });
    }

    private static Found geocode(String request) {
        return geocode(List.of(request)).get(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // As it is written, whatever the spelling.
                "10 Heron Street NE | matched point",
                "10  HERON ST., N.E. | matched point",
                "10 heron street northeast | matched point",
                "10 Heron St NE Apt 4B | matched point",
                "10 Heron St NE #12 | matched point",
                "10 Heron St NE, Tern Hollow, WY 82990 | matched point",
                "10 Heron St NE Tern Hollow Wyoming | matched point",
                "20 Kestrel Av NE | matched point",
                "31 Fourteenth St NE | matched point",
                "31 14 St NE | matched point",
                "50 S. Plover Ln NE | matched point",
                "70-74 E St NE | matched point",
                // Mended where one place remains.
                "10 Heron Street NE~Tern Hollow~82999 | matched point_zip",
                "c/o Ms Example, 10 Heron St NE (side door) | matched point_extra",
                "10 Heron St NE ring twice | matched point",
                "70 E St NE | matched point_number",
                "14A Heron St NE | matched point_number",
                "80 Osprey NE | matched point_suffix",
                "80 Osprey St NE | matched point_suffix",
                "14 Heron St | matched point_direction",
                "NE 14 Heron St | matched point_direction",
                "14 NE Heron St | matched point_direction",
                "60 Nightengale St NE | matched point_fuzzy",
                // From the lines.
                "150 Egret St NE | matched range",
                "Egret St & Bittern Rd NE | matched intersection",
                "corner of Egret Street NE and Bittern Road NE | matched intersection",
                "100 block of Egret St NE | matched block",
                "100 - 199 BLOCK OF EGRET STREET NE | matched block",
                "1200 block of Wren St NE | matched block",
                // Several places.
                "10 Heron St | ambiguous point_direction",
                "90 Sandpiper Dr NE | ambiguous point",
                "40 Pelican Rd NE | ambiguous point",
                "40 Pelican Rd NE~~82991 | matched point",
                // Facilities.
                "12 Heron St NE | group_quarters point",
                "Alder House | group_quarters facility_name",
                "Alder House, 12 Heron Street N.E. | group_quarters point_extra",
                "55 Curlew Way SW | group_quarters point",
                "900 Gaol Ln NE | correctional_facility point",
                "County Jail | correctional_facility",
                "FCI Example | correctional_facility",
                // No place.
                "PO Box 12 | po_box",
                "P.O. BOX 12, Tern Hollow, WY 82990 | po_box",
                "PO Box 12, 10 Heron St NE | matched point",
                "RR 2 Box 14 | rural_route",
                "Rural Route 2 | rural_route",
                "HC 1 Box 30 | rural_route",
                "homeless | no_fixed_address",
                "No fixed address | no_fixed_address",
                "Transient - 10 Heron St NE | no_fixed_address",
                "General Delivery | no_fixed_address",
                "lives in his car | no_fixed_address",
                "'' | blank",
                "n/a | blank",
                "unknown | blank",
                "'--- ...' | blank",
                "10 Heron St NE, Omaha, NE 68101 | out_of_jurisdiction",
                "12 Elm Street, Denver, CO 80201 | out_of_jurisdiction",
                "12 Elm Street~Denver~ | out_of_jurisdiction",
                "12 Elm Street~~90210 | out_of_jurisdiction",
                "16 Heron Street NE | unmatched",
                "31 15th St NE | unmatched",
                "10 Robin Street NE | unmatched",
                "Egret | unmatched"
            })
    void anAddressEndsInOneClass(String address, String answer) {
        assertThat(geocode(address).answer()).isEqualTo(answer);
    }

    @Test
    void aHouseStandsOnTheSideOfItsParityAndAwayFromTheMiddleOfTheStreet() {
        Found even = geocode("150 Egret St NE");
        Found odd = geocode("151 Egret St NE");
        assertThat(even.lat()).as("right of a line that runs east").isBetween(43.5198, 43.51995);
        assertThat(odd.lat()).as("left of it").isBetween(43.52005, 43.5202);
        assertThat(even.lon()).isBetween(-105.0752, -105.0747);
    }

    @Test
    void onePlaceHasOneKeyWhateverItsSpelling() {
        List<Found> same = geocode(List.of("10 Heron Street NE", "10 HERON ST N.E. APT 2", "10 heron st ne~~82999"));
        assertThat(same.stream().map(Found::key).distinct()).hasSize(1);
        List<Found> other = geocode(List.of("10 Heron Street NE", "14 Heron Street NE", "10 Heron Street SW"));
        assertThat(other.stream().map(Found::key).distinct()).hasSize(3);
        List<Found> pelicans = geocode(List.of("40 Pelican Rd NE~~82990", "40 Pelican Rd NE~~82991"));
        assertThat(pelicans.stream().map(Found::key).distinct())
                .as("one spelling of two places that the ZIP tells apart")
                .hasSize(2);
        List<Found> unknown = geocode(List.of("10 Robin Street NE", "10 robin st., ne", "12 Robin St NE"));
        assertThat(unknown.stream().map(Found::key).distinct()).hasSize(2);
    }

    /** Each row of the reference finds itself in any dress that changes nothing; seeded, so that a failure comes again. */
    @Test
    void aPointOfTheReferenceFindsItselfInAnyDress() {
        Random dice = new Random(7);
        List<String> requests = new ArrayList<>();
        List<double[]> places = new ArrayList<>();
        for (String line : POINTS.lines().skip(1).toList()) {
            String[] f = line.split(",", -1);
            String plain = f[1] + " " + f[2];
            for (int i = 0; i < 20; i++) {
                String dressed = plain;
                if (dice.nextBoolean()) {
                    dressed = dressed.replace("Street", "St")
                            .replace("Avenue", "Ave.")
                            .replace("Road", "RD");
                }
                if (dice.nextBoolean()) {
                    dressed = dressed.replace(" ", dice.nextBoolean() ? "   " : "\t ");
                }
                if (dice.nextBoolean()) {
                    dressed = dice.nextBoolean()
                            ? dressed.toUpperCase(java.util.Locale.ROOT)
                            : dressed.toLowerCase(java.util.Locale.ROOT);
                }
                requests.add(dressed + "~" + f[4] + "~" + f[6]);
                places.add(new double[] {Double.parseDouble(f[7]), Double.parseDouble(f[8])});
            }
        }
        List<Found> found = geocode(requests);
        for (int i = 0; i < requests.size(); i++) {
            if (requests.get(i).toUpperCase(java.util.Locale.ROOT).contains("SANDPIPER")) {
                assertThat(found.get(i).answer()).isEqualTo("ambiguous point");
                continue;
            }
            assertThat(found.get(i).answer()).as(requests.get(i)).isIn("matched point", "group_quarters point");
            assertThat(found.get(i).lon())
                    .as(requests.get(i))
                    .isBetween(places.get(i)[0] - 3e-4, places.get(i)[0] + 3e-4);
            assertThat(found.get(i).lat()).isEqualTo(places.get(i)[1]);
        }
    }

    @Test
    void theOrderOfTheRequestsChangesNoAnswer() {
        List<String> requests = new ArrayList<>(List.of(
                "10 Heron Street NE",
                "10 Heron St",
                "150 Egret St NE",
                "Alder House",
                "60 Nightengale St NE",
                "homeless"));
        requests.addAll(nasty());
        Map<String, Found> first = answers(requests);
        Collections.shuffle(requests, new Random(3));
        assertThat(answers(requests)).isEqualTo(first);
    }

    private static Map<String, Found> answers(List<String> requests) {
        List<Found> found = geocode(requests);
        Map<String, Found> answers = new HashMap<>();
        for (int i = 0; i < requests.size(); i++) {
            answers.put(requests.get(i), found.get(i));
        }
        return answers;
    }

    private static List<String> nasty() {
        return List.of(
                "x".repeat(10_000),
                "1 ".repeat(5_000),
                "10 " + "Heron Street ".repeat(20) + "NE",
                "((((((((((((((((((((10 Heron",
                "10 Heron\u0000Street\u0001NE",
                "'; drop table address.point; --",
                "10 Heron' or '1'='1",
                "%s%n\\m(.*)+$ :row ?",
                "🏠 10 Heron Street NE",
                "１０ Heron Street NE",
                "10 Héron Street NE",
                "?!*()[]{}",
                "a".repeat(149) + "!" + "a".repeat(149),
                "1-".repeat(140) + "1 Heron St",
                "999999999999 Heron Street NE",
                "\u202e10 Heron Street NE",
                ",,,;;;&&&###",
                "& & &",
                "AND AND AND",
                "10",
                "NE",
                "10 NE",
                "10 Street",
                "BLOCK OF",
                "100 BLOCK OF",
                "100 - BLOCK OF NE",
                "82990",
                "WY 82990");
    }

    @Test
    void nastyTextsAreAnsweredAndStallNothing() {
        List<String> requests = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            for (String text : nasty()) {
                requests.add(text + " ".repeat(i));
            }
        }
        assertTimeout(Duration.ofSeconds(20), () -> {
            List<Found> found = geocode(requests);
            assertThat(found).hasSameSizeAs(requests);
            Map<String, String> answers = new TreeMap<>();
            for (int i = 0; i < requests.size(); i++) {
                answers.put(requests.get(i).strip(), found.get(i).answer());
            }
            assertThat(answers.get("🏠 10 Heron Street NE")).isEqualTo("matched point");
            assertThat(answers.get("10 Héron Street NE")).isEqualTo("matched point");
            assertThat(answers.get("１０ Heron Street NE")).isEqualTo("matched point");
            assertThat(answers.get("x".repeat(10_000))).isEqualTo("unmatched");
            assertThat(answers.get("?!*()[]{}")).isEqualTo("blank");
        });
    }
}
