package org.reentryatlas.supervision;

import java.sql.SQLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reentryatlas.db.Role;
import org.reentryatlas.support.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What a foreign key would say of records and their caseload, said once for each statement. */
class CaseloadKeyTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @BeforeAll
    static void makeCaseloads() throws SQLException {
        DATABASE.asAdmin(
                "insert into supervision.caseload (reference_date, source, fingerprint, rows_read, rows_accepted,"
                        + " rejected, needs_removed, raw_until) select date '2026-06-30', 'file.csv', n::text, 1, 1, '{}', 0,"
                        + " date '2026-09-30' from generate_series(1, 2) n");
        insert("(select min(id) from supervision.caseload)");
    }

    private static void insert(String caseload) throws SQLException {
        DATABASE.asAdmin("insert into supervision.record (caseload_id, record_id, class, needs) select " + caseload
                + ", 'R' || n, 'blank', '{}' from generate_series(1, 3) n");
    }

    private static void assertRefused(String sql) {
        assertThatThrownBy(() -> DATABASE.asAdmin(sql))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("23503"));
    }

    @Test
    void aRecordBelongsToACaseload() {
        assertThatThrownBy(() -> insert("9999"))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("23503"));
        assertRefused("update supervision.record set caseload_id = 9999 where record_id = 'R1'");
    }

    @Test
    void aCaseloadThatHasRecordsStays() throws SQLException {
        assertRefused("delete from supervision.caseload where id = (select min(caseload_id) from supervision.record)");
        assertRefused("update supervision.caseload set id = default"
                + " where id = (select min(caseload_id) from supervision.record)");
        DATABASE.asAdmin("update supervision.caseload set source = 'other.csv'");
        DATABASE.asAdmin(
                "delete from supervision.caseload where id not in (select caseload_id from supervision.record)");
        assertThat(DATABASE.query(Role.STEWARD, "select source from supervision.caseload"))
                .containsExactly("other.csv");
        assertThat(DATABASE.query(Role.STEWARD, "select count(*) from supervision.record"))
                .containsExactly("3");
    }
}
