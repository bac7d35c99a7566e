package org.reentryatlas.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.reentryatlas.db.Role;
import org.reentryatlas.support.Cli;
import org.reentryatlas.support.SmallCity;

import static org.assertj.core.api.Assertions.assertThat;

/** Two people sign a release before it is public, and what is published is what they signed. */
class ApprovalTest {
    /** One of its own, since releases are added. */
    @RegisterExtension
    static final ServedCity CITY = new ServedCity(
            "id,name,category,address,lon,lat,confidential\nA1,Approved Food,food,1 Open Street,-105.09,43.51,no\n");

    private static final String DATE = "2026-09-30";
    private static final String RELEASE = DATE + ".1";

    @TempDir
    static Path directory;

    private static Map<String, String> environment = Map.of();

    @BeforeAll
    static void askForTwo() {
        environment = new TreeMap<>(CITY.environment());
        environment.put("ATLAS_PROTECTION_TWO_PEOPLE", "yes");
    }

    private static Cli atlas(String... arguments) {
        return Cli.run(environment, arguments);
    }

    private static void load(int first) throws Exception {
        Path caseload = SmallCity.caseload(
                directory, "caseload-" + first + ".csv", first, 52, 33, 5, 61, 47, 120, 88, 14, 30, 30, 30);
        Cli loaded = atlas("load", "caseload", caseload.toString(), "--as-of", DATE, "--yes");
        assertThat(loaded.exitCode()).as(loaded.err()).isZero();
    }

    private static void prepare(Path caseload, String date) {
        Cli loaded = atlas("load", "caseload", caseload.toString(), "--as-of", date);
        assertThat(loaded.exitCode()).as(loaded.err()).isZero();
        Cli prepared = atlas("release", "--as-of", date, "--prepare");
        assertThat(prepared.exitCode()).as(prepared.err()).isZero();
    }

    private static JsonNode newest(Staff staff) throws Exception {
        JsonNode all = staff.read("/desk/proposals").get("proposals");
        return staff.read("/desk/proposals/" + all.get(0).get("id").asText());
    }

    private static HttpResponse<String> decide(Staff staff, JsonNode proposal, String what, String remark)
            throws Exception {
        return staff.post(
                "/desk/proposals/" + proposal.get("id").asText() + "/" + what,
                "{\"digest\": \"%s\", \"remark\": \"%s\"}"
                        .formatted(proposal.get("digest").asText(), remark));
    }

    private static void requireConflict(HttpResponse<String> answer) throws Exception {
        assertThat(Staff.body(answer, 409).get("code").asText()).isEqualTo("NOT_TO_BE_DECIDED");
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    /** One walk, since each step needs the one before it. */
    @Test
    void nothingIsPublicBeforeTwoPeopleSignedIt() throws Exception {
        Staff steward = Staff.signIn(CITY, "approval steward", "data_steward", "");
        Staff officer = Staff.signIn(CITY, "approval officer", "privacy_officer", "");
        Staff second = Staff.signIn(CITY, "approval second", "privacy_officer", "");
        load(70);
        Cli early = atlas("release", "--as-of", DATE);
        assertThat(early.exitCode()).isEqualTo(2);
        assertThat(early.err()).contains("signed by two people").contains("--prepare");

        // What is sent back is not published.
        Path report = directory.resolve("report.html");
        Cli prepared = atlas("release", "--as-of", DATE, "--prepare", "--report", report.toString());
        assertThat(prepared.exitCode()).as(prepared.err()).isZero();
        assertThat(prepared.out()).contains("release " + RELEASE + " is prepared; nothing is published");
        assertThat(CITY.get("/releases/" + RELEASE).statusCode()).isEqualTo(404);
        assertThat(CITY.database()
                        .query(
                                Role.STEWARD,
                                "select count(*) from published.ledger where release_id = '" + RELEASE + "'"))
                .containsExactly("0");
        JsonNode proposal = newest(officer);
        assertThat(proposal.get("state").asText()).isEqualTo("prepared");
        assertThat(proposal.get("reportDigest").asText()).isEqualTo(sha256(Files.readAllBytes(report)));
        assertThat(prepared.out()).contains(proposal.get("digest").asText());
        assertThat(Files.readString(report))
                .contains("prepared to be decided about and not public", "1. What would be published")
                .doesNotContain("was published on", "atlas verify");
        assertThat(CITY.database()
                        .query(Role.AUDIT, "select object_id from audit.entry where action = 'report.written'"))
                .as("the report holds exact counts")
                .containsExactly(RELEASE + " " + proposal.get("digest").asText());
        assertThat(atlas("release", "--as-of", DATE, "--prepare", "--report", report.toString())
                        .err())
                .contains("report.html is there already; name another one");
        requireConflict(decide(officer, proposal, "approve", ""));
        assertThat(Staff.body(decide(steward, proposal, "sign", "Third quarter"), 200)
                        .get("state")
                        .asText())
                .isEqualTo("signed");
        requireConflict(decide(steward, proposal, "sign", ""));
        assertThat(decide(officer, proposal, "send-back", " ").statusCode())
                .as("without a reason")
                .isEqualTo(422);
        assertThat(Staff.body(decide(officer, proposal, "send-back", "Beat 04 looks odd"), 200)
                        .get("state")
                        .asText())
                .isEqualTo("sent_back");
        requireConflict(decide(second, proposal, "approve", ""));
        assertThat(officer.get("/desk/proposals/" + proposal.get("id").asText() + "/files/cells.csv")
                        .statusCode())
                .as("whoever had it beside what is published instead could compare the two")
                .isEqualTo(404);
        assertThat(atlas("release", "--as-of", DATE).exitCode()).isEqualTo(2);

        // What was approved is what is published, and nothing else.
        assertThat(atlas("release", "--as-of", DATE, "--prepare").exitCode()).isZero();
        JsonNode again = newest(officer);
        assertThat(Staff.body(decide(steward, again, "sign", ""), 200)
                        .get("state")
                        .asText())
                .isEqualTo("signed");
        Cli unapproved = atlas("release", "--as-of", DATE);
        assertThat(unapproved.err()).contains("is not approved by a privacy officer yet");
        JsonNode approved = Staff.body(decide(officer, again, "approve", "Read"), 200);
        assertThat(approved.get("state").asText()).isEqualTo("approved");
        requireConflict(decide(second, again, "approve", ""));
        load(81);
        Cli other = atlas("release", "--as-of", DATE);
        assertThat(other.exitCode()).isEqualTo(2);
        assertThat(other.err()).contains("is not what the data give now");
        load(70);
        Cli published = atlas("release", "--as-of", DATE);
        assertThat(published.exitCode()).as(published.err()).isZero();
        assertThat(newest(steward).get("state").asText()).isEqualTo("published");
        requireConflict(decide(officer, again, "send-back", "Too late"));
        assertThat(CITY.database()
                        .query(
                                Role.STEWARD,
                                "select encode(sha256(content), 'hex') from published.artefact where name = 'release.json' and release_id = '"
                                        + RELEASE + "'"))
                .containsExactly(again.get("digest").asText());
        assertThat(atlas("release", "--as-of", DATE, "--prepare").err()).contains("there is nothing to sign");
        assertThat(CITY.database()
                        .query(
                                Role.AUDIT,
                                "select actor || ' ' || action from audit.entry where action ~ '^release.(signed|approved|sent_back)'"
                                        + " and object_id like '" + RELEASE + " %' order by at, seq"))
                .containsExactly(
                        "approval steward release.signed",
                        "approval officer release.sent_back",
                        "approval steward release.signed",
                        "approval officer release.approved");
    }

    /** Whatever program writes: an account that signed cannot approve, even if its role was changed in between. */
    @Test
    void theDatabaseItselfRefusesASecondSignatureOfOnePerson() throws Exception {
        Staff steward = Staff.signIn(CITY, "approval both", "data_steward", "");
        Path caseload = SmallCity.caseload(directory, "earlier.csv", 44, 52, 33, 5, 61, 47, 120, 88, 14, 30, 30, 30);
        prepare(caseload, "2026-09-29");
        JsonNode proposal = newest(steward);
        assertThat(decide(steward, proposal, "sign", "").statusCode()).isEqualTo(200);
        CITY.database().asAdmin("update identity.account set role = 'privacy_officer' where name = 'approval both'");
        requireConflict(decide(steward, proposal, "approve", ""));
        HttpResponse<String> foreign =
                steward.post("/desk/proposals/" + proposal.get("id").asText() + "/approve", "{\"digest\": \"00\"}");
        assertThat(foreign.statusCode()).as("of something that was not read").isEqualTo(422);
        List<String> kept = CITY.database()
                .query(
                        Role.DESK,
                        "select what from approval.decision d join approval.proposal p on p.id = d.proposal_id where reference_date = '2026-09-29'");
        assertThat(kept).containsExactly("signed");
    }

    /** What is not public yet is recorded before it is read, and is what will be published. */
    @Test
    void whatWasPreparedCanBeReadBeforeItIsSigned() throws Exception {
        Staff officer = Staff.signIn(CITY, "approval reader", "privacy_officer", "");
        Path caseload = SmallCity.caseload(directory, "read.csv", 55, 52, 33, 5, 61, 47, 120, 88, 14, 30, 30, 30);
        prepare(caseload, "2026-09-28");
        JsonNode proposal = newest(officer);
        String files = "/desk/proposals/" + proposal.get("id").asText() + "/files/";
        HttpResponse<String> whole = officer.get(files + "release.json");
        assertThat(sha256(whole.body().getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(proposal.get("digest").asText());
        assertThat(whole.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(officer.get(files + "cells.csv").body()).startsWith("measure,level,area_key,status,value,earlier");
        assertThat(officer.get(files + "proof.json").statusCode()).isEqualTo(404);
        assertThat(
                        CITY.database()
                                .query(
                                        Role.AUDIT,
                                        "select count(*) from audit.entry where action = 'release.read' and actor = 'approval reader'"))
                .containsExactly("2");
    }
}
