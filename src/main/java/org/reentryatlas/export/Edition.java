package org.reentryatlas.export;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A release as bytes.
 *
 * @param place where the ledger has it, or null for a release that was made before there was a ledger
 * @param files empty for such a release
 */
public record Edition(
        String id,
        LocalDate referenceDate,
        Instant publishedAt,
        @Nullable Place place,
        List<PublishedFile> files) {
    public Edition {
        files = List.copyOf(files);
    }

    /** An entry of the ledger. */
    public record Place(long seq, String hash) {}

    /** The files of a layer by their formats, in the order of these; none if it was made before layers had files. */
    public Map<Format, PublishedFile> filesOf(String layerId) {
        Map<Format, PublishedFile> found = new EnumMap<>(Format.class);
        for (Format format : Format.values()) {
            find(format.fileName(layerId)).ifPresent(file -> found.put(format, file));
        }
        return found;
    }

    /** The file of a name. */
    Optional<PublishedFile> find(String name) {
        return files.stream().filter(file -> file.name().equals(name)).findFirst();
    }
}
