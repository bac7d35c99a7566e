package org.reentryatlas.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What a process leaves that is killed, which may be an unpacked caseload, and what nobody may take for that. */
class TempFolderTest {
    @TempDir
    Path system;

    private List<Path> there() throws IOException {
        try (Stream<Path> files = Files.list(system)) {
            return files.sorted().toList();
        }
    }

    /** Another process, since the lock of one's own is no lock. */
    private Process user() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + system,
                        "-cp",
                        System.getProperty("java.class.path"),
                        User.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Leaves something in its directory, says so, and waits until it is told to end. */
    static final class User {
        private User() {}

        public static void main(String[] arguments) throws IOException {
            TempFolder.use();
            Path inner = Files.createTempDirectory("caseload");
            Files.writeString(inner.resolve("rows.csv"), "P010007");
            System.out.write('.');
            System.out.flush();
            if (System.in.read() >= 0) {
                throw new IllegalStateException("nobody was to say anything");
            }
        }
    }

    @Test
    void theNextStartRemovesWhatTheDeadLeftAndNothingElse() throws Exception {
        Process killed = user();
        Process alive = user();
        assertThat(killed.getInputStream().read()).isEqualTo('.');
        assertThat(alive.getInputStream().read()).isEqualTo('.');
        Path foreign = Files.createDirectory(system.resolve("reentry-atlas-of-somebody-else"));
        Path kept = Files.createDirectory(system.resolve("elsewhere"));
        Path linked = Files.createSymbolicLink(system.resolve("reentry-atlas-link"), kept);
        Files.writeString(kept.resolve("kept.txt"), "kept");
        Files.createFile(system.resolve("reentry-atlas-link.lock"));
        killed.destroyForcibly().waitFor();
        assertThat(there()).hasSize(2 + 2 + 4);

        try (TempFolder next = TempFolder.openIn(system)) {
            assertThat(there())
                    .as("two of the living, two of the new one, and what is not ours")
                    .hasSize(2 + 2 + 3)
                    .contains(next.path(), foreign, kept, linked);
            assertThat(kept.resolve("kept.txt")).hasContent("kept");
            assertThat(Files.getPosixFilePermissions(next.path())).hasSize(3);
        }
        alive.getOutputStream().close();
        assertThat(alive.waitFor()).isZero();
        assertThat(there()).as("who ends in order leaves nothing").containsExactly(kept, linked, foreign);
    }
}
