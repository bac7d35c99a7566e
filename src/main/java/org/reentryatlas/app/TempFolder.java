package org.reentryatlas.app;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

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
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder)));
        }
    }

    private static void remove(Path folder) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.deleteIfExists(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                    if (e instanceof NoSuchFileException) {
                        return FileVisitResult.CONTINUE; // somebody else clears up in the same moment
                    }
                    throw e;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException e) throws IOException {
                    Files.deleteIfExists(visited);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            // A program that ends with us may still write; the next start removes what it left.
        }
    }
}
