package org.reentryatlas.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Any bytes as a zip file: plain files inside of the directory, which is gone afterwards, or a named fault. */
public final class ZipFuzz {
    private ZipFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        Path file = FuzzFiles.write(data, ".zip");
        Path seen;
        try {
            seen = new Archive(file).unpacked(directory -> {
                try (Stream<Path> inside = Files.walk(directory)) {
                    if (inside.anyMatch(path -> !path.startsWith(directory) || Files.isSymbolicLink(path))) {
                        throw new AssertionError("an entry lies outside, or is a link");
                    }
                }
                return directory;
            });
        } catch (TableException e) {
            return;
        }
        if (Files.exists(seen)) {
            throw new AssertionError("the directory is still there");
        }
    }
}
