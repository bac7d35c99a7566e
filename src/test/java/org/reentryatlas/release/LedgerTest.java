package org.reentryatlas.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.reentryatlas.db.Role;
import org.reentryatlas.support.Cli;
import org.reentryatlas.support.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the ledger and the files of two releases hold, and that nobody may change them. */
class LedgerTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    static Path directory;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static Map<String, String> environment;

    private static final String DIGESTS =
            "select release_id || '/' || name || ' ' || sha256 from published.artefact order by 1";

    @BeforeAll
    static void publishTwice() throws IOException {
        environment = TwoReleases.publish(DATABASE, directory);
    }

    private static Map<String, String> artefacts(TestDatabase from) throws SQLException {
        Map<String, String> texts = new TreeMap<>();
        for (String release : List.of("2026-03-31.1", "2026-06-30.1")) {
            for (String name : List.of("release.json", "cells.csv", "areas.csv", "atoms.csv")) {
                texts.put(
                        release + "/" + name,
                        from.query(
                                        Role.WEB,
                                        "select convert_from(content, 'UTF8') from published.artefact where release_id = '"
                                                + release + "' and name = '" + name + "'")
                                .get(0));
            }
        }
        return texts;
    }

    @Test
    void theSecondReleaseFollowsTheFirst() throws Exception {
        List<String> chain = DATABASE.query(
                Role.WEB,
                "select concat_ws(' ', seq, release_id, previous_hash, hash) from published.ledger order by seq");
        assertThat(chain).hasSize(2);
        String[] first = chain.get(0).split(" ");
        assertThat(first).startsWith("1", "2026-03-31.1", "0".repeat(64));
        assertThat(chain.get(1)).startsWith("2 2026-06-30.1 " + first[3] + " ");
    }

    @Test
    void publishingTheSameNumbersAgainAddsNothing() throws Exception {
        assertThat(Cli.run(environment, "release", "--as-of", "2026-06-30").exitCode())
                .isZero();
        assertThat(DATABASE.query(Role.WEB, "select seq from published.ledger")).hasSize(2);
    }

    @Test
    void anEntryCommitsToEverythingAndTellsNoCaseload() throws Exception {
        String text = DATABASE.query(Role.WEB, "select entry from published.ledger where seq = 1")
                .get(0);
        JsonNode entry = JSON.readTree(text);
        List<String> fields = new ArrayList<>();
        entry.fieldNames().forEachRemaining(fields::add);
        assertThat(fields)
                .containsExactly(
                        "area_sets",
                        "artefacts",
                        "audit_digest",
                        "caseload_commitment",
                        "format_version",
                        "policy",
                        "proof_digest",
                        "recorded_at",
                        "reference_date",
                        "release",
                        "solvers");
        List<String> names = new ArrayList<>();
        entry.get("artefacts")
                .forEach(artefact -> names.add(artefact.get("name").asText()));
        assertThat(names)
                .isSorted()
                .contains("release.json", "cells.csv", "areas.csv", "atoms.csv")
                .contains("people-by-beat.geojson", "people-by-hex_8.shp.zip", "people-by-city.xlsx", "release.gpkg")
                .isEqualTo(
                        DATABASE.query(
                                Role.WEB,
                                "select name from published.artefact where release_id = '2026-06-30.1' order by name collate \"C\""));
        assertThat(entry.get("solvers").toString()).containsIgnoringCase("glop").containsIgnoringCase("scip");
        List<String> fingerprints = DATABASE.query(Role.STEWARD, "select fingerprint from supervision.caseload");
        assertThat(text).doesNotContain(fingerprints);
        assertThat(entry.get("caseload_commitment").asText())
                .isEqualTo(DATABASE.query(
                                Role.STEWARD,
                                "select encode(sha256(convert_to(s.nonce || c.fingerprint, 'UTF8')), 'hex')"
                                        + " from supervision.seal s join supervision.caseload c on c.id = s.caseload_id"
                                        + " where s.release_id = '2026-03-31.1'")
                        .get(0));
        assertThat(entry.get("audit_digest").asText())
                .isEqualTo(DATABASE.query(
                                Role.STEWARD,
                                "select encode(sha256(convert_to(nonce || audit, 'UTF8')), 'hex')"
                                        + " from supervision.seal where release_id = '2026-03-31.1'")
                        .get(0));
        assertThat(entry.get("proof_digest").asText())
                .isEqualTo(DATABASE.query(
                                Role.STEWARD,
                                "select encode(sha256(convert_to(s.nonce || encode(sha256(p.content), 'hex'), 'UTF8')), 'hex')"
                                        + " from supervision.seal s join supervision.proof p on p.release_id = s.release_id"
                                        + " where s.release_id = '2026-03-31.1'")
                        .get(0));
    }

    @Test
    void theSameInputGivesTheSameBytesInAnotherDatabase(@TempDir Path elsewhere) throws Exception {
        TestDatabase other = new TestDatabase();
        other.open();
        try {
            // Ids start elsewhere there, and so may the order in which rows come.
            other.asAdmin("alter table boundary.area alter column id restart with 5000;"
                    + " alter table boundary.area_set alter column id restart with 70");
            TwoReleases.publish(other, elsewhere);
            assertThat(artefacts(other)).isEqualTo(artefacts(DATABASE));
            assertThat(other.query(Role.WEB, DIGESTS))
                    .hasSizeGreaterThan(140)
                    .isEqualTo(DATABASE.query(Role.WEB, DIGESTS));
        } finally {
            other.drop();
        }
    }

    /** What can be searched as it is; the others are made of the same rows. */
    @Test
    void noExportHoldsARecord() throws Exception {
        assertThat(DATABASE.query(
                        Role.WEB, "select name from published.artefact where position('P01000'::bytea in content) > 0"))
                .isEmpty();
    }

    @Test
    void noFileHoldsASmallCountACoordinateOrARecord() throws Exception {
        artefacts(DATABASE).forEach((name, text) -> {
            assertThat(text)
                    .as(name)
                    .isNotEmpty()
                    .doesNotContain("P010007")
                    .doesNotContainPattern("-?\\d{1,3}\\.\\d{3,}")
                    .doesNotContain("\r");
            if (name.endsWith("cells.csv")) {
                List<String> lines = text.lines().skip(1).toList();
                assertThat(lines).isNotEmpty().allSatisfy(line -> {
                    String value = line.substring(line.lastIndexOf(',') + 1);
                    assertThat(value).matches("|0|[1-9]\\d+");
                    assertThat(value.isEmpty() || value.equals("0") || Integer.parseInt(value) > 10)
                            .isTrue();
                });
            }
        });
        for (JsonNode outcome : JSON.readTree(artefacts(DATABASE).get("2026-06-30.1/release.json"))
                .get("not_mapped")) {
            assertThat(outcome.get("value").isNull() || outcome.get("value").asInt() > 10)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"OWNER", "STEWARD", "WEB", "AUDIT"})
    void nobodyChangesOrRemovesARow(Role role) {
        for (String table : List.of("published.ledger", "published.artefact", "supervision.seal")) {
            for (String sql : List.of(
                    "update " + table + " set release_id = 'x' returning release_id",
                    "delete from " + table + " returning release_id",
                    "truncate " + table)) {
                assertThatThrownBy(() -> DATABASE.query(role, sql))
                        .as(role + ": " + sql)
                        .isInstanceOf(SQLException.class)
                        .message()
                        .containsPattern(
                                role == Role.OWNER
                                        ? "are added, never changed or removed"
                                        : "permission denied|read-only transaction");
            }
        }
    }

    @Test
    void anEntryThatDoesNotFollowIsNotTaken() {
        assertThatThrownBy(() -> DATABASE.asAdmin(
                        "insert into published.ledger select seq + 7, release_id, entry, previous_hash, hash, recorded_at"
                                + " from published.ledger where seq = 2"))
                .hasMessageContaining("entry 9 does not follow entry 2");
    }

    @Test
    void theAuditorReadsWhatIsPublicAndNothingElse() {
        assertThatThrownBy(() -> DATABASE.query(Role.AUDIT, "select record_id from supervision.record"))
                .hasMessageContaining("permission denied");
    }
}
