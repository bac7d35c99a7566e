package org.reentryatlas.release;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reentryatlas.db.Role;
import org.reentryatlas.support.Cli;
import org.reentryatlas.support.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/** Whoever tampers with two releases, past every privilege and trigger, is found and named. */
class VerificationTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    static Path directory;

    private static final List<String> TABLES = List.of(
            "published.ledger",
            "published.artefact",
            "published.area_flag",
            "supervision.proof",
            "supervision.seal",
            "published.not_mapped",
            "published.cell",
            "published.release");

    private static Map<String, String> environment;

    @BeforeAll
    static void publishTwice() throws IOException, SQLException {
        environment = TwoReleases.publish(DATABASE, directory);
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

    @Test
    void allOfItHolds() throws Exception {
        String files = DATABASE.query(Role.WEB, "select count(*) from published.artefact")
                .get(0);
        String filesOfOne = DATABASE.query(
                        Role.WEB, "select count(*) from published.artefact where release_id = '2026-06-30.1'")
                .get(0);
        assertThat(Integer.parseInt(filesOfOne)).isGreaterThan(70).isLessThan(Integer.parseInt(files));
        List<String> hashes = DATABASE.query(Role.WEB, "select hash from published.ledger order by seq");
        Cli verify = verify("--known-hash", hashes.get(0));
        assertThat(verify.exitCode()).as(verify.out()).isZero();
        assertThat(verify.out())
                .contains("2 entries, each with the hash of the one before; the last hash is " + hashes.get(1))
                .contains("2 releases have their entries")
                .contains("the bytes of " + files + " files of 2 releases")
                .containsPattern(" [1-9][0-9]* numbers in the rows of 2 releases are those of cells.csv");
        assertThat(verify("--release", "2026-06-30.1").out()).contains(" " + filesOfOne + " files of 1 release ");
        assertThat(verify("--release", "2026-06-30.2").exitCode()).isEqualTo(2);
        assertThat(verify("--known-hash", "0".repeat(64)).exitCode()).isEqualTo(1);
    }

    @Test
    void theProofsHold() {
        Cli verify = verify("--proofs");
        assertThat(verify.exitCode()).as(verify.out()).isZero();
        assertThat(verify.out())
                .containsPattern("proofs +ok +[1-9][0-9]* bounds of 2 releases hold, shown by [1-9][0-9]* worlds");
        assertThat(verify("--proofs", "--release", "2026-06-30.1").out()).contains("bounds of 1 release hold");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "delete from supervision.proof where release_id = '2026-06-30.1' | seq 2, release 2026-06-30.1 has no proof",
                "delete from supervision.seal where release_id = '2026-06-30.1' | seq 2, release 2026-06-30.1 has no seal"
            })
    void aProofThatIsGoneIsFound(String sql, String words) throws Exception {
        tamper(sql);
        Cli verify = verify("--proofs");
        assertThat(verify.exitCode()).as(verify.err()).isEqualTo(1);
        assertThat(verify.out()).contains(words);
        assertThat(verify("--proofs", "--release", "2026-03-31.1").exitCode()).isZero();
    }

    /** Files of the version before had no column for the number before. */
    @Test
    void filesOfAnOlderProgramAreStillHeldAgainstTheRows() throws Exception {
        tamper(
                "update published.cell set earlier = null where release_id = '2026-03-31.1';"
                        + " update published.artefact set content = convert_to(replace(convert_from(content, 'UTF8'),"
                        + " '\"format_version\" : 3', '\"format_version\" : 1'), 'UTF8') where name = 'release.json';"
                        + " update published.artefact set content = convert_to(replace(regexp_replace(convert_from(content, 'UTF8'),"
                        + " ',$', '', 'gn'), ',earlier', ''), 'UTF8') where name = 'cells.csv' and release_id = '2026-03-31.1'");
        assertThat(verify("--release", "2026-03-31.1").out()).containsPattern("numbers +ok");
        assertBroken("numbers", "release 2026-06-30.1, cells.csv has another header");
    }

    @Test
    void aProofOfAnotherReleaseIsFound() throws Exception {
        tamper(
                "update supervision.proof set content = (select content from supervision.proof where release_id = '2026-03-31.1')"
                        + " where release_id = '2026-06-30.1'");
        Cli verify = verify("--proofs");
        assertThat(verify.exitCode()).isEqualTo(1);
        assertThat(verify.out()).contains("seq 2, release 2026-06-30.1, digest of the proof");
    }

    /** Even where the digests are made to fit: the worlds contradict a number that nobody has proved. */
    @Test
    void aProofIsHeldAgainstTheFiles() throws Exception {
        tamper("update published.artefact set content = convert_to(replace(convert_from(content, 'UTF8'), "
                + "'people,beat,07,shown,120', 'people,beat,07,shown,130'), 'UTF8') where name = 'cells.csv'");
        Cli verify = verify("--proofs");
        assertThat(verify.exitCode()).isEqualTo(1);
        assertThat(verify.out()).contains("seq 1, release 2026-03-31.1: the truth contradicts people in beat 07");
    }

    @Test
    void aReleaseWhoseRowIsGoneIsFound() throws Exception {
        tamper("delete from published.release where id = '2026-06-30.1'");
        assertBroken("releases", "seq 2 names release 2026-06-30.1, which is gone");
        assertBroken("numbers", "release 2026-06-30.1 has no row");
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
    void aTamperedExportIsFound() throws Exception {
        tamper("update published.artefact set content = set_byte(content, 100, 255 - get_byte(content, 100))"
                + " where release_id = '2026-06-30.1' and name = 'people-by-beat.gpkg';"
                + " update published.artefact set sha256 = encode(sha256(content), 'hex')");
        assertBroken("artefacts", "seq 2, release 2026-06-30.1, people-by-beat.gpkg, SHA-256 of its bytes");
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
                        + " and value = 60 | cells.csv, people beat 01: the database has shown 999, earlier 40, and published was shown 60, earlier 40",
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
                + " from boundary.area_set where base_level = 'beat'");
        Cli verify = verify();
        assertThat(verify.exitCode()).as(verify.out()).isZero();
        assertThat(verify.out())
                .contains("made before there was a ledger, without artefacts or an entry: 2025-12-31.1");
        assertThat(verify("--release", "2025-12-31.1").exitCode()).isZero();
    }
}
