package org.reentryatlas.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class ActionTest {
    /** The command line sends whoever names another one there. */
    @ParameterizedTest
    @EnumSource(Action.class)
    void theDocumentationListsIt(Action action) throws IOException {
        assertThat(Files.readString(Path.of("src/docs/audit.md"))).contains("`" + action.code() + "`");
    }
}
