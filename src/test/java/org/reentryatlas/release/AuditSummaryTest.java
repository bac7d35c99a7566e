package org.reentryatlas.release;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The kept form of an audit. */
class AuditSummaryTest {
    private static final AuditSummary SUMMARY = new AuditSummary(
            new AuditSummary.Rules(11, 5, 3),
            List.of(new AuditSummary.Cells("beat", "people", 3, 1, 1, 1, 0)),
            7,
            2,
            null,
            List.of(),
            null,
            4,
            null,
            Map.of("shown", 40L, "hidden", 3L));

    @Test
    void itsOrderIsFixedAndWhatIsUnknownIsLeftOut() {
        assertThat(AuditStore.write(SUMMARY))
                .isEqualTo(
                        "{\"policy\":{\"k\":11,\"roundingBase\":5,\"minAddresses\":3},\"cells\":[{\"level\":\"beat\","
                                + "\"measure\":\"people\",\"cells\":3,\"shown\":1,\"hiddenForContent\":1,\"hiddenForOthers\":1,"
                                + "\"zero\":0}],\"demands\":7,\"left\":2,\"solvers\":[],\"atoms\":4,\"people\":{\"hidden\":3,\"shown\":40}}");
    }

    @Test
    void itIsReadBackAsItWasAndWordsOfANewerProgramAreSkipped() {
        String json = AuditStore.write(SUMMARY);
        assertThat(AuditStore.read(json)).isEqualTo(SUMMARY);
        assertThat(AuditStore.read(json.replace("\"demands\":7", "\"demands\":7,\"witness\":{\"x\":1}")))
                .isEqualTo(SUMMARY);
    }
}
