package org.reentryatlas.address;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reentryatlas.db.CopyIn;
import org.reentryatlas.db.Role;
import org.reentryatlas.support.Cli;
import org.reentryatlas.support.SmallCity;
import org.reentryatlas.support.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/** Every class and every method on a town that does not exist. */
class GeocoderTest {
    private static final String POINTS = """
            id,number,street,unit,city,state,postal_code,lon,lat
            1,10,Heron Street NE,,Tern Hollow,WY,82990,-105.0900,43.5010
            2,12,Heron Street NE,,Tern Hollow,WY,82990,-105.0898,43.5010
            """;

    private static final String FACILITIES = """
            id,name,kind,address,capacity,lon,lat
            F1,Alder House,halfway_house,12 Heron St NE,40,-105.0898,43.5010
            F2,Tern Hollow Jail,correctional_facility,900 Gaol Lane NE,200,-105.0700,43.5050
            """;

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    static Path directory;

    private static void load(Map<String, String> environment, String kind, String name, String text)
            throws IOException {
        Path file = Files.writeString(directory.resolve(name), text);
        Cli load = Cli.run(environment, "load", kind, file.toString());
        assertThat(load.exitCode()).as(load.err()).isZero();
    }

    @BeforeAll
    static void loadReference() throws IOException {
        Map<String, String> environment = DATABASE.environment(SmallCity.config(directory));
        load(environment, "addresses", "addresses.csv", POINTS);
        load(environment, "facilities", "facilities.csv", FACILITIES);
    }

    private static Map<Long, String> geocode(List<String> addresses) {
        return DATABASE.as(Role.STEWARD).inTransaction(handle -> {
            GeocoderStore geocoder = new GeocoderStore(handle);
            try (CopyIn staged = geocoder.stage()) {
                for (int i = 0; i < addresses.size(); i++) {
                    GeocoderStore.add(staged, i, addresses.get(i), null, null);
                }
                staged.finish();
            }
            geocoder.run();
            Map<Long, String> answers = new LinkedHashMap<>();
            handle.createQuery("select row_number, concat_ws(' ', class, nullif(method, '')) as answer"
                            + " from geocode_answer order by 1")
                    .map((rs, context) -> Map.entry(rs.getLong("row_number"), rs.getString("answer")))
                    .forEach(answer -> answers.put(answer.getKey(), answer.getValue()));
            return answers;
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10 Heron Street NE | matched point",
                "12 heron st. n.e. | group_quarters point",
                "PO Box 12 | po_box",
                "RR 2 Box 14 | rural_route",
                "homeless | no_fixed_address",
                "900 Gaol Ln NE | correctional_facility point",
                "County Jail | correctional_facility",
                "'' | blank",
                "14 Heron Street NE | unmatched"
            })
    void anAddressEndsInOneClass(String address, String answer) {
        assertThat(geocode(List.of(address))).containsExactly(Map.entry(0L, answer));
    }
}
