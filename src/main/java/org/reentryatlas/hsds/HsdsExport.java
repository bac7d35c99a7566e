package org.reentryatlas.hsds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Writes the directory as HSDS 3.0: a JSON array of services, each with its organization and its locations inside. No
 * address of a confidential place can be in it, since none is stored.
 */
public final class HsdsExport {
    private HsdsExport() {}

    /**
     * Writes the file; one that is there already is replaced when the new one is complete.
     *
     * @param source name of a source, or empty for all
     * @return the number of services
     */
    public static long write(ExportStore store, String source, Path file) throws IOException {
        Path unfinished = Files.createTempFile(file.toAbsolutePath().getParent(), "hsds", ".tmp");
        try {
            long[] services = {0};
            try (Writer out = Files.newBufferedWriter(unfinished, StandardCharsets.UTF_8)) {
                out.write("[");
                store.forEachService(source, service -> write(out, (services[0]++ == 0 ? "\n" : ",\n") + service));
                out.write("\n]\n");
            }
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
            return services[0];
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static void write(Writer out, String text) {
        try {
            out.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
