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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.reentryatlas.db.Role;
import org.reentryatlas.support.Cli;
import org.reentryatlas.support.SmallCity;
import org.reentryatlas.support.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The ledger of two releases, and what happens to whoever tampers with it. */
class LedgerTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    static Path directory;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int[] MARCH = {40, 52, 33, 5, 61, 47, 120, 88, 14, 30, 30, 30};
    private static final int[] JUNE = {60, 52, 33, 5, 61, 47, 120, 88, 14, 30, 30, 30};
    private static final List<String> TABLES = List.of(
            "published.ledger",
            "published.artefact",
            "published.area_flag",
            "published.not_mapped",
            "published.cell",
            "published.release");

    private static Map<String, String> environment;

    @BeforeAll
    static void publishTwice() throws IOException, SQLException {
        environment = publish(DATABASE, directory);
        DATABASE.asAdmin("create schema saved; create table saved.area_set as table boundary.area_set");
        for (String table : TABLES) {
            DATABASE.asAdmin("create table saved." + name(table) + " as table " + table);
        }
    }

    /** Puts back what a test tampered with. */
    @AfterEach
    void restore() throws SQLException {
        StringBuilder sql = new StringBuilder("set session_replication_role = replica;");
        for (String table : TABLES) {
            sql.append("delete from ").append(table).append("; insert into ").append(table);
            sql.append(" select * from saved.").append(name(table)).append(";");
        }
        sql.append(
                "update boundary.area_set a set fingerprint = s.fingerprint from saved.area_set s where s.id = a.id");
        DATABASE.asAdmin(sql.toString());
    }

    private static String name(String table) {
        return table.substring(table.indexOf('.') + 1);
    }

    private static Map<String, String> publish(TestDatabase database, Path directory) throws IOException {
        Map<String, String> environment = database.environment(SmallCity.config(directory));
        SmallCity.loadBeats(environment, directory);
        release(environment, directory, "2026-03-31", MARCH);
        release(environment, directory, "2026-06-30", JUNE);
        return environment;
    }

    private static void release(Map<String, String> environment, Path directory, String asOf, int... people)
            throws IOException {
        Path file = SmallCity.caseload(directory, "caseload-" + asOf + ".csv", people);
        for (String[] command :
                new String[][] {{"load", "caseload", file.toString(), "--as-of", asOf}, {"release", "--as-of", asOf}}) {
            Cli run = Cli.run(environment, command);
            assertThat(run.exitCode()).as(run.err()).isZero();
        }
    }

    private static Cli verify(String... arguments) {
        List<String> command = new ArrayList<>(List.of("verify"));
        command.addAll(List.of(arguments));
        return Cli.run(environment, command);
    }

    /** Changes what nobody may change: as the superuser, past every trigger and every rule of the tables. */
    private static void tamper(String sql) throws SQLException {
        DATABASE.asAdmin("""
                do $$
                declare
                    rule record;
                begin
                    for rule in select conrelid::regclass as owner, conname from pg_constraint
                                where conrelid in ('published.ledger'::regclass, 'published.artefact'::regclass)
                                  and contype in ('c', 'u') loop
                        execute format('alter table %s drop constraint %I', rule.owner, rule.conname);
                    end loop;
                end
                $$;
                set session_replication_role = replica;
                """ + sql);
    }

    private static void assertBroken(String check, String... words) {
        Cli verify = verify();
        assertThat(verify.exitCode()).as(verify.out() + verify.err()).isEqualTo(1);
        String line = verify.out()
                .lines()
                .filter(each -> each.startsWith(check + " "))
                .findFirst()
                .orElse("");
        assertThat(line).contains("BROKEN").contains(words);
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
    void theSecondReleaseFollowsTheFirstAndAllOfItHolds() throws Exception {
        List<String> chain = DATABASE.query(
                Role.WEB,
                "select concat_ws(' ', seq, release_id, previous_hash, hash) from published.ledger order by seq");
        assertThat(chain).hasSize(2);
        String[] first = chain.get(0).split(" ");
        String[] second = chain.get(1).split(" ");
        assertThat(first).startsWith("1", "2026-03-31.1", "0".repeat(64));
        assertThat(second).startsWith("2", "2026-06-30.1", first[3]);

        Cli verify = verify("--known-hash", first[3]);
        assertThat(verify.exitCode()).as(verify.out()).isZero();
        assertThat(verify.out())
                .contains("2 entries, each with the hash of the one before; the last hash is " + second[3])
                .contains("2 releases have their entries")
                .contains("the bytes of 8 files of 2 releases")
                .containsPattern("[0-9]+ numbers in the rows of 2 releases are those of cells.csv");
        assertThat(verify("--release", "2026-06-30.1").out()).contains("4 files of 1 release");
        assertThat(verify("--release", "2026-06-30.2").exitCode()).isEqualTo(2);
        assertThat(verify("--known-hash", "0".repeat(64)).exitCode()).isEqualTo(1);
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
                        "recorded_at",
                        "reference_date",
                        "release",
                        "solvers");
        assertThat(entry.get("artefacts")).hasSize(4);
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
    }

    @Test
    void theSameInputGivesTheSameBytesInAnotherDatabase(@TempDir Path elsewhere) throws Exception {
        TestDatabase other = new TestDatabase();
        other.open();
        try {
            // Ids start elsewhere there, and so may the order in which rows come.
            other.asAdmin("alter table boundary.area alter column id restart with 5000;"
                    + " alter table boundary.area_set alter column id restart with 70");
            publish(other, elsewhere);
            assertThat(artefacts(other)).isEqualTo(artefacts(DATABASE));
        } finally {
            other.drop();
        }
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "replace(entry, '\"k\":11', '\"k\":12') | seq 1 (release 2026-03-31.1) has the hash",
                "replace(entry, '2026-03-31.1', '2026-03-31.2') | seq 1 (release 2026-03-31.1) has the hash"
            })
    void aTamperedEntryIsFound(String entry, String words) throws Exception {
        tamper("update published.ledger set entry = " + entry + " where seq = 1");
        assertBroken("chain", words);
    }

    @Test
    void anEntryWithANewHashBreaksTheNextLink() throws Exception {
        tamper(
                "update published.ledger set entry = replace(entry, '\"k\":11', '\"k\":12') where seq = 1;"
                        + " update published.ledger set hash = encode(sha256(convert_to(previous_hash || entry, 'UTF8')), 'hex')");
        assertBroken("chain", "seq 2 (release 2026-06-30.1) follows the hash");
    }

    @Test
    void aBackdatedEntryIsFound() throws Exception {
        tamper("update published.ledger set recorded_at = recorded_at - interval '1 day' where seq = 2");
        assertBroken("chain", "seq 2", "recorded_at");
    }

    @Test
    void aChainMadeAnewIsFoundByAHashNotedEarlier() throws Exception {
        String noted = DATABASE.query(Role.WEB, "select hash from published.ledger where seq = 2")
                .get(0);
        tamper("delete from published.ledger where seq = 2");
        Cli verify = verify("--known-hash", noted);
        assertThat(verify.exitCode()).isEqualTo(1);
        assertThat(verify.out()).contains("no entry has the hash " + noted);
    }

    @Test
    void aDeletedEntryIsFound() throws Exception {
        tamper("delete from published.ledger where seq = 1");
        assertBroken("chain", "seq 1 is missing: seq 2 stands in its place");
        assertBroken("releases", "release 2026-03-31.1 has no entry in the ledger");
    }

    @Test
    void aDeletedLastEntryIsFound() throws Exception {
        tamper("delete from published.ledger where seq = 2");
        assertBroken("releases", "release 2026-06-30.1 has no entry in the ledger");
    }

    @Test
    void aReorderedChainIsFound() throws Exception {
        tamper("update published.ledger set seq = seq + 10; update published.ledger set seq = 13 - seq");
        assertBroken("chain", "seq 1 (release 2026-06-30.1) follows the hash");
    }

    @Test
    void aTamperedFileIsFound() throws Exception {
        tamper("update published.artefact set content = content || 'x'::bytea"
                + " where release_id = '2026-06-30.1' and name = 'areas.csv';"
                + " update published.artefact set sha256 = encode(sha256(content), 'hex')");
        assertBroken("artefacts", "seq 2, release 2026-06-30.1, areas.csv, SHA-256 of its bytes");
        assertBroken("numbers", "release 2026-06-30.1, areas.csv");
        assertThat(verify("--release", "2026-03-31.1").exitCode()).isZero();
    }

    @Test
    void aRemovedFileIsFound() throws Exception {
        tamper("delete from published.artefact where release_id = '2026-03-31.1' and name = 'atoms.csv'");
        assertBroken("artefacts", "seq 1, release 2026-03-31.1, names of the artefacts");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "update published.cell set value = 999 where release_id = '2026-06-30.1' and measure = 'people'"
                        + " and value = 60 | cells.csv, people beat 01: the database has shown 999, and published was shown 60",
                "delete from published.cell where release_id = '2026-06-30.1' and measure = 'people' and value = 60"
                        + " | lines of cells.csv",
                "update published.release set k = 20 where id = '2026-03-31.1'"
                        + " | release 2026-03-31.1, release.json, k: the database has 20, and published was 11",
                "update published.release set below_gate = 'so' where id = '2026-03-31.1' | below_gate",
                "update published.not_mapped set status = 'shown', value = 50 where release_id = '2026-03-31.1'"
                        + " and outcome = 'po_box' | not_mapped, po_box: the database has shown 50",
                "insert into published.area_flag select '2026-03-31.1', id, 'low_hit_rate' from boundary.area"
                        + " where key = '02' and level = 'beat' | areas.csv, beat 02",
                "update boundary.area_set set fingerprint = 'other' | area_sets, beat:2024-01-01: the database has other"
            })
    void aRowThatSaysSomethingElseThanTheFilesIsFound(String sql, String words) throws Exception {
        tamper(sql);
        assertBroken("numbers", words);
    }

    @Test
    void aReleaseFromBeforeTheLedgerIsNamedAndIsNoFault() throws Exception {
        DATABASE.asAdmin("insert into published.release (id, reference_date, area_set_id, k, rounding_base,"
                + " min_addresses, ledgered) select '2025-12-31.1', '2025-12-31', id, 11, 5, 3, false"
                + " from boundary.area_set");
        Cli verify = verify();
        assertThat(verify.exitCode()).as(verify.out()).isZero();
        assertThat(verify.out())
                .contains("made before there was a ledger, without artefacts or an entry: 2025-12-31.1");
        assertThat(verify("--release", "2025-12-31.1").exitCode()).isZero();
    }

    @Test
    void theAuditorReadsWhatIsPublicAndNothingElse() {
        assertThatThrownBy(() -> DATABASE.query(Role.AUDIT, "select record_id from supervision.record"))
                .hasMessageContaining("permission denied");
    }
}
