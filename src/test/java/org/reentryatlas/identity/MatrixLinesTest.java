package org.reentryatlas.identity;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What a matrix may say, and that it has to say something of every route. */
class MatrixLinesTest {
    private static final String HEADER = "method,route,roles\n";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET,/a,judge                      | line 2: 'judge' is no role",
                "GET,/a,                           | line 2: '' is no role",
                "GET,/a,planner everybody          | line 2: 'everybody' is no role",
                "'GET,/a,planner\nGET,/a,everybody' | line 3: GET /a comes twice"
            })
    void whatCannotBeIsRefusedWithItsLine(String lines, String message) {
        assertThatThrownBy(() -> AccessMatrix.read(HEADER + lines.replace("\\n", "\n") + "\n"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(message);
    }

    @Test
    void routesAndLinesAreTheSame() {
        AccessMatrix matrix = AccessMatrix.read(HEADER + "GET,/a,everybody\nGET,/gone,planner\n");
        matrix.requireExactly(List.of("GET /a", "GET /gone"));
        assertThatThrownBy(() -> matrix.requireExactly(List.of("GET /a", "POST /new")))
                .hasMessageContaining("no line for [POST /new], and the server no route for [GET /gone]");
    }

    @Test
    void whatHasNoLineIsForNobody() {
        AccessMatrix matrix = AccessMatrix.read(HEADER + "GET,/a,everybody\nPOST,/a,planner beat_officer\n");
        assertThat(matrix.allows("GET /a", null)).isTrue();
        assertThat(matrix.allows("POST /a", null)).isFalse();
        assertThat(matrix.allows("POST /a", Role.PLANNER)).isTrue();
        assertThat(matrix.allows("POST /a", Role.ADMINISTRATOR)).isFalse();
        assertThat(matrix.allows("DELETE /a", Role.ADMINISTRATOR)).isFalse();
    }
}
