package org.reentryatlas.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A directory of our own for files on the way, gone when it is closed. */
record Scratch(Path path) implements AutoCloseable {
    static Scratch open() throws IOException {
        // A server runs for months, and some systems clear old directories away.
        Files.createDirectories(Path.of(System.getProperty("java.io.tmpdir")));
        return new Scratch(Files.createTempDirectory("reentry-atlas-"));
    }

    Path file(String name) {
        return path.resolve(name);
    }

    /** The files in it, by name. */
    List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.sorted().toList();
        }
    }

    @Override
    public void close() throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(path)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : all) {
            Files.deleteIfExists(file);
        }
    }
}
