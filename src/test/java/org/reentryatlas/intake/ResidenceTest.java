package org.reentryatlas.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
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

/** Each person keeps one current residence, and each residence gets one class. */
class ResidenceTest {
    private static final String HEADER =
            "record_id,address_type,address,city,zip,lon,lat,status,residence_from,residence_to,verified_on,beat";

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    static Path directory;

    private static Map<String, String> environment;

    @BeforeAll
    static void loadReference() throws IOException {
        environment = DATABASE.environment(SmallCity.config(directory));
        SmallCity.loadBeats(environment, directory);
        load(
                "addresses",
                "reference.csv",
                "id,number,street,city,postal_code,lon,lat",
                "A1,100,N Alder Street,Small City,82999,-105.0950,43.5050",
                "A2,102,N Alder Street,Small City,82999,-105.0948,43.5051",
                "A3,100,S Alder Street,Small City,82999,-105.0950,43.5020",
                "A4,7,Birch Avenue,Small City,82999,-105.0850,43.5050",
                "A5,50,Cedar Court,Small City,82999,-105.0750,43.5050");
        load(
                "facilities",
                "facilities.csv",
                "id,name,kind,address,city,postal_code,lon,lat",
                "F1,Quiet House,halfway_house,50 Cedar Court,Small City,82999,-105.0750,43.5050");
    }

    private static Cli load(String what, String name, String header, String... rows) throws IOException {
        Path file = Files.writeString(directory.resolve(name), header + "\n" + String.join("\n", rows) + "\n");
        Cli run = Cli.run(environment, "load", what, file.toString());
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run;
    }

    private static Cli caseload(String asOf, List<String> rows, String... options) throws IOException {
        Path file = directory.resolve("caseload-" + asOf + ".csv");
        Files.writeString(file, HEADER + "\n" + String.join("\n", rows) + "\n");
        List<String> arguments = new ArrayList<>(List.of("load", "caseload", file.toString(), "--as-of", asOf));
        arguments.addAll(List.of(options));
        return Cli.run(environment, arguments);
    }

    private static List<String> classes(String asOf) throws SQLException {
        return DATABASE.query(
                Role.STEWARD,
                "select record_id || ' ' || class || ' ' || (w.geom is not null) from supervision.record r"
                        + " left join supervision.raw_residence w using (caseload_id, record_id)"
                        + " where caseload_id = (select max(id) from supervision.caseload where reference_date = '"
                        + asOf + "') order by record_id");
    }

    @Test
    void ofSeveralAddressesThePresentOneCounts() throws Exception {
        Cli load = caseload(
                "2026-01-31",
                List.of(
                        "P1,residence,7 Birch Avenue,,,,,prior,2020-01-01,2025-06-30,,",
                        "P1,residence,100 N Alder Street,,,,,current,2025-07-01,,2025-12-01,",
                        "P1,residence,102 N Alder Street,,,,,current,2024-07-01,,2026-01-01,",
                        "P1,residence,50 Cedar Court,,,,,contact,,,,",
                        "P2,residence,7 Birch Avenue,,,,,,,,2026-01-05,",
                        "P2,residence,100 S Alder Street,,,,,,,,2025-01-05,",
                        "P3,residence,7 Birch Avenue,,,,,prior,2020-01-01,,,"));
        assertThat(load.exitCode()).as(load.err()).isZero();
        assertThat(load.out()).contains("read 7 = accepted 3 + rejected 4").contains("rejected: not_current 4");
        assertThat(Files.readAllLines(directory.resolve("caseload-2026-01-31.csv.rejects.csv")))
                .containsExactlyInAnyOrder(
                        "row,field,reason,advice",
                        "1,record_id,not_current,it is not where the person lives on the reference date; row 2 is kept",
                        "3,record_id,not_current,the same person lives at the address of row 2 since a later day",
                        "4,record_id,not_current,it is not where the person lives on the reference date; row 2 is kept",
                        "6,record_id,not_current,the address of row 5 was verified later for the same person");
        assertThat(classes("2026-01-31"))
                .as("of whom only a former address is known, none is")
                .containsExactly("P1 matched true", "P2 matched true", "P3 blank false");
        assertThat(DATABASE.query(
                        Role.STEWARD,
                        "select address from supervision.raw_residence w join supervision.caseload c on c.id = w.caseload_id"
                                + " where record_id = 'P1' and reference_date = '2026-01-31'"))
                .containsExactly("100 N Alder Street");
    }

    @Test
    void whatNothingTellsApartIsAFaultOfTheFile() throws Exception {
        List<String> rows = List.of(
                "P1,residence,7 Birch Avenue,,,,,,2025-01-01,,,", "P1,residence,100 N Alder Street,,,,,,2025-01-01,,,");
        Cli refused = caseload("2026-02-28", rows);
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err())
                .contains("row 2, field 'record_id': row 1 has the same identifier, and neither residence_from nor"
                        + " verified_on tells which one holds (duplicate_id)");
        assertThat(caseload("2026-02-28", rows, "--skip-rejected").out()).contains("read 2 = accepted 1 + rejected 1");
    }

    @Test
    void everyRowEndsInExactlyOneClass() throws Exception {
        Cli load = caseload(
                "2026-03-31",
                List.of(
                        "C01,residence,100 north alder st.,Small City,82999,,,,,,,",
                        "C02,residence,100 Alder Street,Small City,,,,,,,,",
                        "C03,residence,9999 Nowhere Boulevard,Small City,,,,,,,,",
                        "C04,residence,PO Box 12,Small City,,,,,,,,",
                        "C05,residence,homeless,,,,,,,,,",
                        "C06,residence,50 Cedar Ct,Small City,82999,,,,,,,",
                        "C07,correctional_facility,,,,,,,,,,",
                        "C08,out_of_jurisdiction,,,,,,,,,,",
                        "C09,residence,,,,,,,,,,",
                        "C10,residence,RR 2 Box 15,Small City,,,,,,,,",
                        "C11,residence,,,,-105.0851,43.5051,,,,,",
                        "C12,residence,,,,-105.0750,43.50501,,,,,",
                        "C13,shelter,,,,-105.0851,43.5052,,,,,"));
        assertThat(load.exitCode()).as(load.err()).isZero();
        assertThat(classes("2026-03-31"))
                .containsExactly(
                        "C01 matched true",
                        "C02 ambiguous false",
                        "C03 unmatched false",
                        "C04 po_box false",
                        "C05 no_fixed_address false",
                        "C06 group_quarters true",
                        "C07 correctional_facility false",
                        "C08 out_of_jurisdiction false",
                        "C09 blank false",
                        "C10 rural_route false",
                        "C11 matched true",
                        "C12 group_quarters true",
                        "C13 group_quarters true");
        assertThat(load.out()).contains("people by class: ambiguous").contains("rural_route");
    }

    @Test
    void anAddressHasOneNumberWhateverItsSpelling() throws Exception {
        assertThat(caseload(
                                "2026-04-30",
                                List.of(
                                        "P1,residence,7 Birch Ave,,,,,,,,,",
                                        "P2,residence,7 BIRCH AVENUE,,,,,,,,,",
                                        "P3,residence,7 Birch  Avenue Apt 2,,,,,,,,,",
                                        "P4,residence,,,,-105.0850,43.5050,,,,,",
                                        "P5,residence,100 N Alder Street,,,,,,,,,"))
                        .exitCode())
                .isZero();
        assertThat(DATABASE.query(
                        Role.STEWARD,
                        "select string_agg(record_id, ' ' order by record_id) from supervision.record r"
                                + " join supervision.caseload c on c.id = r.caseload_id where reference_date = '2026-04-30'"
                                + " group by address_no order by 1"))
                .containsExactly("P1 P2 P3 P4", "P5");
    }

    @Test
    void anotherEditionShowsWhatItChangesAndWaitsForAYes() throws Exception {
        List<String> first = List.of(
                "P1,residence,7 Birch Avenue,,,,,,,,,",
                "P2,residence,100 N Alder Street,,,,,,,,,",
                "P3,residence,102 N Alder Street,,,,,,,,,");
        assertThat(caseload("2026-05-31", first).exitCode()).isZero();
        assertThat(caseload("2026-05-31", first).out()).contains("it is kept already for this date: nothing changed");
        List<String> second = List.of(
                "P4,residence,7 Birch Avenue,,,,,,,,,",
                "P2,residence,100 S Alder Street,,,,,,,,,",
                "P3,residence,102 N Alder Street,,,,,,,,,");
        Cli waits = caseload("2026-05-31", second);
        assertThat(waits.exitCode()).isEqualTo(2);
        assertThat(waits.err())
                .contains("1 added, 1 changed, 1 removed, 1 unchanged; nothing was kept. To keep it, add --yes");
        assertThat(classes("2026-05-31")).hasSize(3).first().isEqualTo("P1 matched true");
        assertThat(caseload("2026-05-31", second, "--yes").out())
                .contains("stands in place of the caseload of 2026-05-31 that was loaded before: 1 added, 1 changed,"
                        + " 1 removed, 1 unchanged");
        assertThat(classes("2026-05-31")).first().isEqualTo("P2 matched true");
    }
}
