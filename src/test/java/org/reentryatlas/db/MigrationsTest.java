package org.reentryatlas.db;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.reentryatlas.support.Cli;
import org.reentryatlas.support.SmallCity;
import org.reentryatlas.support.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

class MigrationsTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @Test
    void aDatabaseWithoutThemIsNamedAndMigratedOnce(@TempDir Path directory) throws Exception {
        Map<String, String> environment = DATABASE.environment(SmallCity.config(directory));
        assertThat(Cli.run(environment, "migrate").out()).contains("the database is up to date");
        DATABASE.asAdmin("""
                do $$
                declare
                    name text;
                begin
                    for name in select nspname from pg_namespace where nspname !~ '^(pg_|information_schema$|public$)' loop
                        execute format('drop schema %I cascade', name);
                    end loop;
                end
                $$""");
        for (String[] command : new String[][] {{"serve", "--port", "0"}, {"release", "--as-of", "2026-06-30"}}) {
            Cli run = Cli.run(environment, command);
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).contains("run 'atlas migrate' first");
        }
        assertThat(Cli.run(environment, "migrate").out()).contains(" migrations ran");
        assertThat(Migrations.pending(DATABASE.as(Role.WEB))).isZero();
    }
}
