package org.reentryatlas.hsds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.reentryatlas.geo.Territory;
import org.reentryatlas.provider.Kind;

/** A directory in one of the forms of HSDS, found by looking into it. Close it, since a zip is unpacked for reading. */
public sealed interface HsdsFile extends AutoCloseable permits HsdsJson, HsdsTables {
    /** What was found, in words: {@code HSDS 1.x tables in a zip}. */
    String format();

    /** Reads all of it, and hands each record over or says why it cannot be kept. */
    void read(Sink sink) throws IOException;

    /** How many records were read so far, by their kind; those inside others count each time that they are told. */
    Map<Kind, Long> counts();

    /** What its owner should know after reading, one sentence each. */
    List<String> notes();

    @Override
    void close() throws IOException;

    /**
     * Opens a file or folder if it is a directory in HSDS.
     *
     * @return empty when it is something else, which may still be a table
     * @throws org.reentryatlas.table.TableException if it is HSDS but cannot be read as such
     */
    static Optional<HsdsFile> open(Path file, Territory territory) throws IOException {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (Files.isDirectory(file) || name.endsWith(".zip")) {
            return HsdsTables.open(file, territory);
        }
        if (name.endsWith(".json") || name.endsWith(".ndjson") || name.endsWith(".jsonl")) {
            return HsdsJson.open(file, territory);
        }
        return Optional.empty();
    }
}
