package org.reentryatlas.app;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reentryatlas.db.Role;
import org.reentryatlas.support.Cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Whoever makes releases cannot make the account that approves them, nor the other way round. */
class AccountsRoleTest {
    @RegisterExtension
    static final ServedCity CITY = new ServedCity();

    private static String append(String action) {
        return "select audit.append('somebody', 'command line', '" + action + "', 'x', 'x', 'done', 'administration')";
    }

    private static void refuses(Role role, String sql) {
        assertThatThrownBy(() -> CITY.database().query(role, sql))
                .as("%s: %s", role, sql)
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refused -> assertThat(refused.getSQLState()).isEqualTo("42501"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into identity.account (name, role, key_digest, expires_at) values ('x', 'privacy_officer', sha256('x'), now()) returning id",
                "update identity.account set role = 'privacy_officer' returning id",
                "update identity.account set revoked_at = null returning id",
                "select key_digest from identity.account",
                "select hash from identity.password",
                "update identity.password set hash = 'x' returning hash",
                "insert into identity.session (token_digest, account_id, form_token) select sha256('x'), id, 'x' from identity.account returning form_token",
                "insert into approval.decision (proposal_id, what, account_id, remark) select gen_random_uuid(), 'approved', id, '' from identity.account returning number",
                "insert into identity.oidc_subject (account_id, issuer, subject) select id, 'x', 'x' from identity.account returning subject",
                "delete from identity.second_factor returning account_id"
            })
    void whoReleasesMakesNobodyWhoApproves(String sql) {
        refuses(Role.STEWARD, sql);
    }

    @Test
    void whoReleasesReadsByNameWhoSignedAndApproved() throws SQLException {
        Staff.key(CITY, "accounts named", "planner", "police");
        assertThat(CITY.database().query(Role.STEWARD, "select name from identity.account"))
                .contains("accounts named");
    }

    @ParameterizedTest
    @ValueSource(strings = {"account.added", "account.changed", "session.started", "access.refused", "key.made"})
    void whoReleasesPretendsNothingOfAccounts(String action) {
        refuses(Role.STEWARD, append(action));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"release.published", "caseload.loaded", "audit.read", "session.started", "agreement.decided"})
    void whoMakesAccountsPretendsNothingElse(String action) throws SQLException {
        refuses(Role.ACCOUNTS, append(action));
        assertThat(CITY.database().query(Role.ACCOUNTS, append("account.added")))
                .hasSize(1);
    }

    @Test
    void whoMakesAccountsSeesNothingElse() throws SQLException {
        assertThat(CITY.database()
                        .query(
                                Role.ACCOUNTS,
                                "select distinct n.nspname from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                                        + " where c.relkind in ('r', 'p', 'v', 'm') and n.nspname !~ '^(pg_|information_schema)'"
                                        + " and c.oid not in (select objid from pg_depend where deptype = 'e')"
                                        + " and (has_any_column_privilege(c.oid, 'select, insert, update, references')"
                                        + " or has_table_privilege(c.oid, 'delete, truncate, trigger'))"
                                        + " order by 1"))
                .containsExactly("atlas_history", "boundary", "identity");
        refuses(Role.ACCOUNTS, "update identity.account set role = 'privacy_officer' returning id");
        refuses(Role.ACCOUNTS, "select secret from identity.second_factor");
        refuses(Role.ACCOUNTS, "insert into identity.session (form_token) values ('x') returning form_token");
    }

    @Test
    void thePasswordOfTheOtherRoleIsNotTaken() {
        Map<String, String> steward = new HashMap<>(CITY.environment());
        steward.remove("ATLAS_DB_ACCOUNTS_PASSWORD");
        Cli refused = Cli.run(steward, "accounts", "list");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err())
                .contains("neither ATLAS_DB_ACCOUNTS_PASSWORD nor ATLAS_DB_ACCOUNTS_PASSWORD_FILE is set")
                .contains("works as atlas_accounts");
    }
}
