package org.reentryatlas.democity;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The invariants of the committed tables: services, group quarters, requests and the two caseload extracts. */
class DemoPeopleTest {
    private static String home(NamedCsvRecord row) {
        return row.getField("address") + "|" + row.getField("lon") + "|" + row.getField("lat");
    }

    private static Set<String> residences() throws IOException {
        return DemoCityTest.rows("addresses.csv").stream()
                .filter(a -> a.getField("kind").equals("residential"))
                .map(a -> a.getField("number") + " " + a.getField("street") + "|" + a.getField("lon") + "|"
                        + a.getField("lat"))
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-06-30", "2026-09-30"})
    void caseloadStandsAtKnownAddresses(String date) throws IOException {
        List<NamedCsvRecord> rows = DemoCityTest.rows("caseload-" + date + ".csv");
        Set<String> residences = residences();
        Map<String, Set<String>> quarters = DemoCityTest.rows("facilities.csv").stream()
                .collect(Collectors.groupingBy(
                        f -> f.getField("kind"), Collectors.mapping(DemoPeopleTest::home, Collectors.toSet())));
        Set<String> ids = new HashSet<>();
        for (NamedCsvRecord row : rows) {
            assertThat(ids.add(row.getField("record_id"))).isTrue();
            String type = row.getField("address_type");
            Set<String> allowed = switch (type) {
                case "residence" -> residences;
                case "no_fixed_address" -> Set.of("||");
                default -> quarters.getOrDefault(type, Set.of());
            };
            assertThat(allowed).contains(home(row));
        }
        assertThat(rows).hasSizeBetween(5_800, 6_200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-06-30", "2026-09-30"})
    void noFacilityIsFullerThanItsBeds(String date) throws IOException {
        Map<String, Long> people = DemoCityTest.rows("caseload-" + date + ".csv").stream()
                .collect(Collectors.groupingBy(r -> r.getField("address"), Collectors.counting()));
        for (NamedCsvRecord facility : DemoCityTest.rows("facilities.csv")) {
            assertThat(people.getOrDefault(facility.getField("address"), 0L))
                    .as(facility.getField("name"))
                    .isBetween(1L, Long.parseLong(facility.getField("capacity")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-06-30", "2026-09-30"})
    void caseloadDatesAgree(String date) throws IOException {
        LocalDate reference = LocalDate.parse(date);
        int ended = 0;
        for (NamedCsvRecord row : DemoCityTest.rows("caseload-" + date + ".csv")) {
            LocalDate start = LocalDate.parse(row.getField("start_date"));
            LocalDate verified = LocalDate.parse(row.getField("verified_on"));
            assertThat(start).isBeforeOrEqualTo(reference);
            assertThat(ChronoUnit.DAYS.between(verified, reference)).isBetween(0L, 180L);
            if (!row.getField("end_date").isEmpty()) {
                assertThat(LocalDate.parse(row.getField("end_date")))
                        .isAfter(start)
                        .isBefore(reference);
                ended++;
            }
        }
        assertThat(ended).isBetween(20, 140);
    }

    @Test
    void aQuarterBringsLeaversMoversAndArrivals() throws IOException {
        Map<String, String> before = new HashMap<>();
        DemoCityTest.rows("caseload-2026-06-30.csv").forEach(r -> before.put(r.getField("record_id"), home(r)));
        int arrived = 0;
        int moved = 0;
        List<NamedCsvRecord> after = DemoCityTest.rows("caseload-2026-09-30.csv");
        for (NamedCsvRecord row : after) {
            String old = before.get(row.getField("record_id"));
            if (old == null) {
                arrived++;
            } else if (!old.equals(home(row))) {
                moved++;
            }
        }
        assertThat(arrived).isEqualTo(380);
        assertThat(moved).isBetween(450, 700);
        assertThat(before.size() - (after.size() - arrived)).isBetween(300, 520);
    }

    @Test
    void providersHaveAPlaceUnlessItIsSecret() throws IOException {
        List<NamedCsvRecord> rows = DemoCityTest.rows("providers.csv");
        assertThat(rows).hasSize(180);
        assertThat(rows.stream().map(r -> r.getField("category")).distinct()).hasSize(12);
        int secret = 0;
        for (NamedCsvRecord row : rows) {
            boolean confidential = row.getField("confidential").equals("true");
            assertThat(home(row).equals("||")).isEqualTo(confidential);
            assertThat(row.getField("phone")).matches("307-555-01\\d\\d");
            assertThat(row.getField("url")).matches("https://[a-z-]+\\.example\\.org");
            assertThat(LocalDate.parse(row.getField("last_verified")))
                    .isBetween(LocalDate.of(2025, 1, 1), LocalDate.of(2026, 9, 30));
            secret += confidential ? 1 : 0;
        }
        assertThat(secret).isBetween(3, 4);
    }

    @Test
    void requestsCoverOneYear() throws IOException {
        List<NamedCsvRecord> rows = DemoCityTest.rows("requests.csv");
        assertThat(rows).hasSize(6_000);
        for (NamedCsvRecord row : rows) {
            LocalDate opened = LocalDate.parse(row.getField("opened"));
            assertThat(opened).isBetween(LocalDate.of(2025, 10, 1), LocalDate.of(2026, 9, 30));
            assertThat(row.getField("closed").isEmpty())
                    .isEqualTo(row.getField("status").equals("open"));
            assertThat(row.getField("block")).matches("\\d+ block of .+");
        }
    }

    @Test
    void registersGroupQuarters() throws IOException {
        Map<String, Long> kinds = DemoCityTest.rows("facilities.csv").stream()
                .collect(Collectors.groupingBy(f -> f.getField("kind"), Collectors.counting()));
        assertThat(kinds).containsOnly(Map.entry("halfway_house", 3L), Map.entry("shelter", 5L));
    }
}
