package org.reentryatlas.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.reentryatlas.db.Role;
import org.reentryatlas.support.Cli;
import org.reentryatlas.support.SmallCity;
import org.reentryatlas.support.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/** A date that is published again when the beats were redrawn: five people live in the strip that changed hands. */
class JointReleaseTest {
    private static final String DATE = "2026-06-30";
    private static final String FIRST = DATE + ".1";
    private static final String SECOND = DATE + ".2";
    private static final String REDRAWN_FROM = "2025-01-01";
    private static final double FURTHER = 0.0004;
    /** Five more live in the strip, where nobody else does. */
    private static final int[] PEOPLE = {35, 52, 33, 25, 61, 47, 120, 88, 14, 30, 30, 30};

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    /** In which only the redrawn beats are known. */
    @RegisterExtension
    static final TestDatabase ALONE = new TestDatabase();

    @TempDir
    static Path directory;

    private static Map<String, String> environment;
    private static Cli joint;

    @BeforeAll
    static void publishTwice() throws IOException {
        environment = DATABASE.environment(SmallCity.config(directory));
        SmallCity.loadBeats(environment, directory);
        load(environment);
        good(Cli.run(environment, "release", "--as-of", DATE));
        SmallCity.loadBeats(environment, SmallCity.redrawnBeats(directory, 1, FURTHER), REDRAWN_FROM);
        joint = good(Cli.run(environment, "release", "--as-of", DATE));
    }

    private static void load(Map<String, String> target) throws IOException {
        Path caseload = SmallCity.caseload(directory, "caseload.csv", PEOPLE);
        StringBuilder strip = new StringBuilder();
        for (int person = 0; person < 5; person++) {
            strip.append(
                    "S%d,residence,,-105.0902,43.5050%d,housing,2025-01-01,,2026-01-01%n".formatted(person, person));
        }
        Files.writeString(caseload, strip, StandardOpenOption.APPEND);
        Path addresses = SmallCity.addresses(directory, caseload);
        good(Cli.run(target, "load", "addresses", addresses.toString()));
        SmallCity.loadTracts(target, directory);
        good(Cli.run(target, "load", "caseload", caseload.toString(), "--as-of", DATE));
    }

    private static Cli good(Cli run) {
        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
        return run;
    }

    private static String file(TestDatabase database, String release, String name) throws SQLException {
        try (Connection connection = database.connect(Role.WEB);
                PreparedStatement statement = connection.prepareStatement(
                        "select convert_from(content, 'UTF8') from published.artefact where release_id = ? and name = ?")) {
            statement.setString(1, release);
            statement.setString(2, name);
            try (ResultSet result = statement.executeQuery()) {
                assertThat(result.next()).as(release + " has " + name).isTrue();
                return result.getString(1);
            }
        }
    }

    /** The files of both releases, as anybody downloads them. */
    private static Path download(Path folder) throws IOException, SQLException {
        for (String release : List.of(FIRST, SECOND)) {
            Path files = Files.createDirectories(folder.resolve(release));
            for (String name : List.of("release.json", "cells.csv", "areas.csv", "atoms.csv")) {
                Files.writeString(files.resolve(name), file(DATABASE, release, name));
            }
        }
        return folder;
    }

    private static Cli attack(Path folder) {
        return Cli.run(Map.of(), "attack", folder.resolve(SECOND).toString());
    }

    @Test
    void theFilesSayWhatItIsJointWithAndHowTheLayersOverlap() throws Exception {
        assertThat(joint.out())
                .contains("release " + SECOND + " is published")
                .contains("protected together with what is public of the date in other boundaries: release " + FIRST);
        assertThat(file(DATABASE, FIRST, "release.json")).doesNotContain("joint_with");
        assertThat(file(DATABASE, SECOND, "release.json"))
                .containsPattern("\"joint_with\" : \\[\\s*\"" + FIRST + "\"\\s*\\]")
                .contains("\"id\" : \"beat:" + REDRAWN_FROM + "\"")
                .doesNotContain("\"id\" : \"beat:2024-01-01\"");
        assertThat(file(DATABASE, FIRST, "atoms.csv")).startsWith("atom,beat,hex_8,tract\n");
        assertThat(file(DATABASE, SECOND, "atoms.csv"))
                .startsWith("atom,beat,beat:2024-01-01,hex_8,hex_8:2024-01-01,tract\n")
                .as("the strip")
                .containsPattern("\n\\d+,02,01,");
    }

    @Test
    void nothingCanBeProvedFromBothTogether(@TempDir Path folder) throws Exception {
        Cli attack = attack(download(folder));
        assertThat(attack.exitCode()).as(attack.out() + attack.err()).isZero();
        assertThat(attack.out()).contains("Release " + SECOND).contains("Nothing was proved to hold 1 to 10 people.");
    }

    /** What the constraints are for: without them the strip is the difference of two beats that are shown. */
    @Test
    void twoReleasesOfWhichEachWasMadeByItselfAreFoundOut(@TempDir Path folder) throws Exception {
        Map<String, String> alone = ALONE.environment(SmallCity.config(folder));
        SmallCity.loadBeats(alone, SmallCity.redrawnBeats(folder, 1, FURTHER), REDRAWN_FROM);
        load(alone);
        good(Cli.run(alone, "release", "--as-of", DATE));
        download(folder);
        String cells = file(ALONE, FIRST, "cells.csv");
        assertThat(file(DATABASE, FIRST, "cells.csv")).contains("people,beat,01,shown,40,");
        assertThat(cells).contains("people,beat,01,shown,35,");
        Files.writeString(folder.resolve(SECOND).resolve("cells.csv"), cells);
        Cli attack = attack(folder);
        assertThat(attack.exitCode()).as(attack.out() + attack.err()).isEqualTo(1);
        assertThat(attack.out())
                .containsPattern("PROVED: atom \\d+: 1\\.0 to 9\\.0, because of ")
                .contains("people in beat 01 of release " + FIRST);
    }

    @Test
    void anAreaOfBothHasTheSameNumberInBoth() throws Exception {
        assertThat(DATABASE.query(
                        Role.WEB,
                        "select c.area_id from published.cell c join published.cell d using (measure, area_id)"
                                + " where c.release_id = '" + FIRST + "' and d.release_id = '" + SECOND + "' and"
                                + " (c.status, c.value, c.earlier) is distinct from (d.status, d.value, d.earlier)"))
                .isEmpty();
        assertThat(DATABASE.query(
                        Role.WEB,
                        "select d.level from published.cell c join boundary.area d on d.id = c.area_id group by d.id"
                                + " having count(distinct c.release_id) = 2"))
                .as("areas of both")
                .isNotEmpty()
                .containsOnly("tract");
    }

    @Test
    void theSameAgainIsTheSameReleaseAndEverythingCanBeVerified() {
        assertThat(good(Cli.run(environment, "release", "--as-of", DATE)).out())
                .contains("release " + SECOND + " is public already with these very numbers: nothing changed");
        good(Cli.run(environment, "verify"));
        assertThat(good(Cli.run(environment, "verify", "--proofs")).out()).contains("of 2 releases hold");
    }

    @Test
    void theReportSaysWhatItIsJointWith() throws Exception {
        for (String release : List.of(FIRST, SECOND)) {
            Path report = directory.resolve(release + ".html");
            good(Cli.run(environment, "report", release, "--out", report.toString()));
            assertThat(Files.readString(report).contains("Of the same day release " + FIRST + " is public"))
                    .as(release)
                    .isEqualTo(release.equals(SECOND));
        }
    }

    @Test
    void aReleaseThatIsMissingBesideItIsNamed(@TempDir Path folder) throws Exception {
        download(folder);
        Files.delete(folder.resolve(FIRST).resolve("cells.csv"));
        Cli attack = attack(folder);
        assertThat(attack.exitCode()).isEqualTo(2);
        assertThat(attack.err())
                .contains("was protected together with " + FIRST + ", which must lie beside it: there is no ")
                .contains("cells.csv")
                .doesNotContain("Exception");
        Path release = folder.resolve(SECOND).resolve("release.json");
        Files.writeString(release, Files.readString(release).replace("\"" + FIRST + "\"", "\"../../etc\""));
        assertThat(attack(folder).err()).contains("release.json names a release that cannot be one: ../../etc");
    }

    @Test
    void aFileOfTheOtherReleaseThatWasTamperedWithIsNamed() throws Exception {
        DATABASE.asAdmin("create table public.kept as table published.artefact");
        try {
            DATABASE.asAdmin("set session_replication_role = replica; update published.artefact set sha256 ="
                    + " encode(sha256(changed), 'hex'), content = changed from (select convert_to(replace(convert_from("
                    + "content, 'UTF8'), 'people,beat,01,shown,40', 'people,beat,01,shown,80'), 'UTF8') as changed from"
                    + " published.artefact where release_id = '" + FIRST
                    + "' and name = 'cells.csv') c where release_id ="
                    + " '" + FIRST + "' and name = 'cells.csv'");
            Cli verify = Cli.run(environment, "verify", "--proofs");
            assertThat(verify.exitCode()).isEqualTo(1);
            assertThat(verify.out()).contains("release " + FIRST + ", cells.csv, SHA-256 of its bytes");
            Cli proofs = Cli.run(environment, "verify", "--proofs", "--release", SECOND);
            assertThat(proofs.exitCode()).isEqualTo(1);
            assertThat(proofs.out()).contains("people in beat 01 of release " + FIRST);
        } finally {
            DATABASE.asAdmin("set session_replication_role = replica; delete from published.artefact;"
                    + " insert into published.artefact select * from public.kept; drop table public.kept");
        }
    }
}
