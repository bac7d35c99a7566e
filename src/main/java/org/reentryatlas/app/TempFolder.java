package org.reentryatlas.app;

import java.nio.file.Path;
import org.reentryatlas.table.Folders;

/**
 * The directory for temporary files of this process, which {@code scripts/atlas} makes. Unpacked files, exports on their way
 * and the libraries that solvers bring along lie there. It is gone when the process ends; what one leaves that is killed, the
 * next start of {@code scripts/atlas} removes.
 */
public final class TempFolder {
    private static final String NAME = "reentry-atlas.";

    private TempFolder() {}

    /** Sees to it that it goes with this process; does nothing where the system's own directory is used. */
    public static void removeAtExit() {
        Path folder = Path.of(System.getProperty("java.io.tmpdir"));
        Path name = folder.getFileName();
        if (name != null && name.toString().startsWith(NAME)) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> Folders.removeAtExit(folder)));
        }
    }
}
