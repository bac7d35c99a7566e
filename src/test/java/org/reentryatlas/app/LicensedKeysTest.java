package org.reentryatlas.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.reentryatlas.db.Role;
import org.reentryatlas.support.Cli;

import static org.assertj.core.api.Assertions.assertThat;

/** Keys of programs once a data-use licence is kept: what they fetch is stamped, and counted. */
class LicensedKeysTest {
    @RegisterExtension
    static final ServedCity CITY = new ServedCity("""
            id,name,category,address,lon,lat,confidential
            L/1,Licence Pantry,food,1 Open Street,-105.09,43.51,no
            L/2,Licence Homes,housing,2 Open Street,-105.08,43.51,no
            """);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BOUND = """
            {"name": "bound", "scopes": ["layers", "gaps"], "days": 366, "licence": "DUL-1", "purpose": "service_planning"}""";

    @TempDir
    static Path directory;

    private static void run(String... arguments) {
        Cli run = Cli.run(CITY.environment(), arguments);
        assertThat(run.exitCode()).as(run.err()).isZero();
    }

    private static HttpResponse<String> get(String path, String key) throws IOException, InterruptedException {
        return CITY.send(HttpRequest.newBuilder(CITY.uri(path))
                .header("Authorization", "Bearer " + key)
                .build());
    }

    private static void refuses(String path, String key, String code) throws Exception {
        assertThat(Staff.body(get(path, key), 403).get("code").asText()).isEqualTo(code);
    }

    /** One walk, since each step needs the one before it. */
    @Test
    void whatAProgramFetchesIsStampedAndCounted() throws Exception {
        Staff staff = Staff.signIn(CITY, "licensed", "coalition_member", "");
        String unbound = Staff.body(
                        staff.post("/keys", "{\"name\": \"old\", \"scopes\": [\"layers\"], \"days\": 9}"), 201)
                .get("key")
                .asText();
        assertThat(staff.read("/keys").get("licenceNeeded").asBoolean()).isFalse();
        run(
                "agreements",
                "add",
                LicencesTest.file(directory, LicencesTest.AGREEMENT).toString());
        run(
                "agreements",
                "add",
                LicencesTest.file(directory, LicencesTest.LICENCE).toString());
        refuses("/layers/people-by-beat.csv", unbound, "LICENCE_NEEDED");
        JsonNode listed = staff.read("/keys");
        assertThat(listed.at("/licences/0/recipient").asText()).isEqualTo("Housing Coalition");
        assertThat(listed.get("licenceNeeded").asBoolean()).isTrue();
        assertThat(Staff.body(staff.post("/keys", "{\"name\": \"x\", \"scopes\": [\"layers\"], \"days\": 9}"), 422)
                        .at("/errors/0/field")
                        .asText())
                .isEqualTo("licence");
        assertThat(Staff.body(staff.post("/keys", BOUND.replace("service_planning", "outreach_planning")), 422)
                        .at("/errors/0/field")
                        .asText())
                .isEqualTo("purpose");
        String key = Staff.body(staff.post("/keys", BOUND), 201).get("key").asText();
        // The releases of this city were made before there was an agreement.
        refuses("/layers/people-by-beat.csv", key, "LICENCE_REFUSED");
        CITY.database()
                .asAdmin("insert into agreement.release (release_id, id, version) values ('2026-06-30.1', 'DSA-1', 1)");

        String path = "/layers/people-by-beat.geojson";
        HttpResponse<String> answer = get(path, key);
        JsonNode stamped = Staff.body(answer, 200);
        assertThat(stamped.at("/about/licensed_to").asText()).isEqualTo("Housing Coalition, 1 Open Street, Small City");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("Data-Use-Licence"))
                .contains("DUL-1, version 1, under agreement DSA-1, version 1; fingerprint="
                        + stamped.at("/about/licence_fingerprint").asText());
        JsonNode open = JSON.readTree(CITY.get(path).body());
        assertThat(stamped.get("features")).as("one set of numbers").isEqualTo(open.get("features"));
        assertThat(open.at("/about/licensed_to").isMissingNode()).isTrue();
        HttpResponse<String> csv = get("/layers/people-by-beat.csv", key);
        assertThat(csv.body()).isEqualTo(CITY.get("/layers/people-by-beat.csv").body());
        assertThat(csv.headers().firstValue("Data-Use-Licence")).isPresent();
        for (String each : List.of(
                "/layers/people-by-tract.gpkg",
                "/layers/people-by-tract.shp.zip",
                "/layers/people-by-tract.xlsx",
                "/layers/release.zip",
                "/layers/release.gpkg",
                "/layers/people-by-beat.kml",
                "/layers/people-by-beat.csv-metadata.json",
                "/layers/people-by-beat.fgb")) {
            assertThat(get(each, key).statusCode()).as(each).isEqualTo(200);
        }
        assertThat(Staff.body(get("/layers/gaps-walk-by-beat.geojson", key), 200)
                        .at("/about/licensed_purpose")
                        .asText())
                .isEqualTo("service_planning");
        HttpResponse<String> providers = get("/layers/providers.csv", key);
        assertThat(providers.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(providers.headers().firstValue("Data-Use-Licence"))
                .as("open reference data")
                .isEmpty();

        String digest = DigestUtils.sha256Hex(answer.body().getBytes(StandardCharsets.UTF_8));
        Cli asked = Cli.run(CITY.environment(), "agreements", "disclosures", "--file", digest);
        assertThat(asked.out())
                .contains(
                        "download  service_planning  Housing Coalition, 1 Open Street, Small City  DUL-1 version 1 under DSA-1 version 1");
        assertThat(
                        CITY.database()
                                .query(
                                        Role.DESK,
                                        "select count(*) from agreement.accounting where licence_id = 'DUL-1' and layer <> 'providers'"))
                .containsExactly("11");
        theOfficerReadsOfIt(digest);

        run("agreements", "suspend", "DUL-1", "--reason", "A breach that is nobody's business");
        HttpResponse<String> refused = get(path, key);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("LICENCE_REFUSED").doesNotContain("nobody's business");
        assertThat(CITY.get(path).statusCode())
                .as("what is public stays public")
                .isEqualTo(200);
        assertThat(staff.read("/keys").get("licences")).isEmpty();
        run("agreements", "resume", "DUL-1", "--reason", "Mended");
        assertThat(get(path, key).statusCode()).isEqualTo(200);
    }

    private static void theOfficerReadsOfIt(String digest) throws Exception {
        Staff officer = Staff.signIn(CITY, "licensed officer", "privacy_officer", "");
        JsonNode accounting = officer.read("/desk/disclosures?recipient=HOUSING");
        assertThat(accounting.get("disclosures")).hasSize(11);
        assertThat(accounting.at("/disclosures/0/digests/0").asText()).isEqualTo(digest);
        assertThat(officer.get("/desk/disclosures.csv").body())
                .startsWith("date,nature,purpose,recipient,")
                .contains(digest);
        assertThat(officer.read("/desk/disclosures?recipient=somebody").get("disclosures"))
                .isEmpty();
        assertThat(officer.read("/desk/disclosures?until=2020-01-01").get("disclosures"))
                .isEmpty();
        assertThat(officer.get("/desk/disclosures?since=2026-01-02&until=2026-01-01")
                        .statusCode())
                .isEqualTo(400);
        assertThat(
                        CITY.database()
                                .query(
                                        Role.AUDIT,
                                        "select count(*) from audit.entry where action = 'disclosure.read' and actor = 'licensed officer'"))
                .containsExactly("4");
    }
}
