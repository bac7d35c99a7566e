package org.reentryatlas.app;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.reentryatlas.audit.Action;
import org.reentryatlas.audit.Audit;
import org.reentryatlas.db.Role;
import org.reentryatlas.support.Cli;
import org.reentryatlas.support.SmallCity;
import org.reentryatlas.support.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/** Entries go when their time is over, not before, and the rest of the chain can be followed still. */
class AuditPurgeTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @Test
    void theRestOfTheChainHolds(@TempDir Path folder) throws Exception {
        Map<String, String> environment = DATABASE.environment(SmallCity.config(folder));
        // Ten of six years ago and ten of now, with the hashes that they would have had.
        append(10);
        DATABASE.asAdmin("""
                do $$
                declare
                    one audit.entry;
                    before bytea := decode(repeat('00', 32), 'hex');
                begin
                    alter table audit.entry disable trigger user;
                    for one in select * from audit.entry order by seq loop
                        one.at := one.at - interval '6 years';
                        one.previous_hash := before;
                        before := audit.digest(one);
                        update audit.entry set at = one.at, previous_hash = one.previous_hash, hash = before where seq = one.seq;
                    end loop;
                    alter table audit.entry enable trigger user;
                end
                $$""");
        append(10);
        assertThat(Cli.run(environment, "audit", "purge", "--older-than", "4").err())
                .contains("at least 5 years");
        assertThat(Cli.run(environment, "audit", "purge", "--older-than", "7").out())
                .contains("nothing is that old");
        assertThat(Cli.run(environment, "audit", "purge", "--older-than", "5").out())
                .contains("10 entries are removed");
        Cli verified = Cli.run(environment, "verify", "audit");
        assertThat(verified.exitCode()).as(verified.out()).isZero();
        assertThat(verified.out()).contains("11 entries from number 11 on");
        assertThat(DATABASE.query(Role.AUDIT, "select action from audit.entry where seq = 21"))
                .containsExactly("audit.purged");

        DATABASE.asAdmin("alter table audit.entry disable trigger user");
        DATABASE.asAdmin("delete from audit.entry where seq = 11");
        DATABASE.asAdmin("alter table audit.entry enable trigger user");
        Cli broken = Cli.run(environment, "verify", "audit");
        assertThat(broken.exitCode()).isEqualTo(1);
        assertThat(broken.out()).contains("BROKEN entry 11 is missing");
    }

    private static void append(int entries) {
        DATABASE.as(Role.STEWARD).useTransaction(handle -> {
            for (int i = 0; i < entries; i++) {
                Audit.on(handle).done(Action.RELEASE_PUBLISHED, "release " + i);
            }
        });
    }
}
