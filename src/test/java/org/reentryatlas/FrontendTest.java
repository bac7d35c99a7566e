package org.reentryatlas;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.reentryatlas.support.Program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The tests of the page's own modules, which run in Node and need no browser. */
class FrontendTest {
    @Test
    void theModulesPassTheirTests() throws Exception {
        assumeTrue(Program.exists("node"), "skipped: Node is not installed");
        Program run = Program.run(Path.of("."), "node", "--test", "frontend/test/");
        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(run.output()).containsPattern("# pass [1-9][0-9]");
    }
}
