package org.reentryatlas.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

/** What the operator is told of a file, from faults that the system really makes. */
class FileFaultTest {
    private static final Path FULL = Path.of("/dev/full");

    @Test
    void aFullDiskIsToldWithWhatToDo() {
        assumeThat(FULL).exists();
        IOException fault = catchThrowableOfType(IOException.class, () -> Files.writeString(FULL, "a line"));
        assertThat(FileFault.of(new UncheckedIOException("a layer cannot be written", fault)))
                .contains("No space left on device")
                .contains("Nothing was changed. Make room")
                .contains(System.getProperty("java.io.tmpdir"));
    }

    @Test
    void aFileThatIsNotThereIsNamed(@TempDir Path directory) {
        Path file = directory.resolve("none.csv");
        IOException fault = catchThrowableOfType(IOException.class, () -> Files.readString(file));
        assertThat(FileFault.of(fault)).isEqualTo(file + " is not there");
    }
}
