package org.reentryatlas.db;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reentryatlas.support.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DatabaseUrlTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://db.agency.example/atlas, jdbc:postgresql://db.agency.example/atlas?sslmode=verify-full",
        "jdbc:postgresql://10.0.3.7:5433/atlas?connectTimeout=3, jdbc:postgresql://10.0.3.7:5433/atlas?connectTimeout=3&sslmode=verify-full",
        "jdbc:postgresql://[2001:db8::7]/atlas, jdbc:postgresql://[2001:db8::7]/atlas?sslmode=verify-full",
        "'jdbc:postgresql://localhost,db.agency.example/atlas', 'jdbc:postgresql://localhost,db.agency.example/atlas?sslmode=verify-full'",
        "jdbc:postgresql://localhost.agency.example/atlas, jdbc:postgresql://localhost.agency.example/atlas?sslmode=verify-full",
        "jdbc:postgresql://db.agency.example/atlas?sslrootcert=/etc/ca.pem, jdbc:postgresql://db.agency.example/atlas?sslrootcert=/etc/ca.pem&sslmode=verify-full",
    })
    void anotherMachineIsAskedOverTlsAlone(String url, String secured) {
        assertThat(DatabaseUrl.secured(url)).isEqualTo(secured);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://127.0.0.1:15432/atlas",
                "jdbc:postgresql://localhost/atlas?user=x",
                "jdbc:postgresql:atlas",
                "jdbc:postgresql://[::1]:5432/atlas",
                "jdbc:postgresql://db.agency.example/atlas?sslmode=disable",
                "jdbc:postgresql://db.agency.example/atlas?ssl=true",
                "no address"
            })
    void thisMachineAndWhatSomebodySaysStayAsTheyAre(String url) {
        assertThat(DatabaseUrl.secured(url)).isEqualTo(url);
    }

    /** The test server has no certificate, as one that somebody puts in the place of the right one would have none. */
    @Test
    void aServerWithoutACertificateIsNotAsked() {
        Map<String, String> environment = DATABASE.environment(Path.of("atlas.yaml"));
        String url = environment.get("ATLAS_DB_URL") + "?sslmode=verify-full";
        String password = String.valueOf(environment.get("ATLAS_DB_WEB_PASSWORD"));
        assertThatThrownBy(() -> Database.connect(url, Role.WEB, password, 2))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining("The server does not support SSL");
    }
}
