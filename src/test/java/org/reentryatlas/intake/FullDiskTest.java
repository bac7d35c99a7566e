package org.reentryatlas.intake;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reentryatlas.db.Role;
import org.reentryatlas.support.Cli;
import org.reentryatlas.support.SmallCity;
import org.reentryatlas.support.SmallDisk;
import org.reentryatlas.support.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** A disk that really is full in the middle of a load: what was there stays, and the load works once there is room. */
class FullDiskTest {
    /** Every table that a steward may read, with a digest of what it holds. */
    private static final String EVERYTHING =
            "select c.oid::regclass || ' ' || (xpath('//d/text()', query_to_xml(format("
                    + "'select md5(coalesce(string_agg(t::text, '','' order by t::text), '''')) as d from %s t', c.oid::regclass),"
                    + " false, true, '')))[1]::text from pg_class c where relkind = 'r' and has_table_privilege(c.oid, 'select')"
                    + " and relnamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace) order by 1";

    private static final int DISK_MEGABYTES = 256;
    private static final int FREE_MEGABYTES = 16;
    private static final int TOO_MANY_ROWS = 200_000;

    private final TestDatabase database = new TestDatabase();
    private Optional<SmallDisk> disk = Optional.empty();

    @TempDir
    Path directory;

    @BeforeEach
    void open() throws Exception {
        database.open();
        disk = SmallDisk.under(database, DISK_MEGABYTES);
    }

    @AfterEach
    void close() throws Exception {
        database.drop();
        if (disk.isPresent()) {
            disk.get().remove();
        }
    }

    @Test
    void keepsWhatWasThereAndLoadsOnceThereIsRoom() throws Exception {
        assumeTrue(disk.isPresent(), "skipped: this account may not mount a small disk");
        Map<String, String> environment = database.environment(SmallCity.config(directory));
        String few = addresses("few.csv", 3).toString();
        String many = addresses("many.csv", TOO_MANY_ROWS).toString();
        assertThat(Cli.run(environment, "load", "addresses", few).exitCode()).isZero();
        List<String> before = database.query(Role.STEWARD, EVERYTHING);
        Path somethingElse = disk.orElseThrow().fill(FREE_MEGABYTES);

        Cli full = Cli.run(environment, "load", "addresses", many);
        assertThat(full.err()).contains("the disk of the database server is full; nothing was changed");
        assertThat(full.exitCode()).isEqualTo(1);
        assertThat(database.query(Role.STEWARD, EVERYTHING)).isEqualTo(before).hasSizeGreaterThan(10);

        Files.delete(somethingElse);
        Cli again = Cli.run(environment, "load", "addresses", many);
        assertThat(again.out()).contains("read 200000 = accepted 200000 + rejected 0");
        assertThat(again.exitCode()).isZero();
    }

    private Path addresses(String name, int rows) throws IOException {
        Path file = directory.resolve(name);
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write("id,number,street,lon,lat\n");
            for (int row = 0; row < rows; row++) {
                out.write("A%d,%d,Grass Lane,-105.09,43.51%n".formatted(row, row));
            }
        }
        return file;
    }
}
