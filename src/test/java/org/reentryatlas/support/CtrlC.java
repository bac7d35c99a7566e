package org.reentryatlas.support;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/** Presses Ctrl-C in another process. */
public final class CtrlC {
    private static final int INTERRUPTED = 130;

    private CtrlC() {}

    /** Starts a main class of the tests, which says "solving" when it does, and asserts that Ctrl-C ends the program. */
    public static void assertEnds(Class<?> program) throws Exception {
        Process solving = new ProcessBuilder(
                        "env",
                        // Whatever runs in the background of a script ignores it otherwise.
                        "--default-signal=INT",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        program.getName())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader said = solving.inputReader()) {
            assertThat(said.readLine()).isEqualTo("solving");
            new ProcessBuilder("kill", "-INT", Long.toString(solving.pid()))
                    .start()
                    .waitFor();
            assertThat(solving.waitFor(5, TimeUnit.SECONDS)).isTrue();
            assertThat(solving.exitValue()).isEqualTo(INTERRUPTED);
        } finally {
            solving.destroyForcibly();
        }
    }
}
