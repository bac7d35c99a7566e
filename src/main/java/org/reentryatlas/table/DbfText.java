package org.reentryatlas.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The character set of a Shapefile's attributes: a .cpg file or the .dbf's own mark says it, or its bytes do. */
final class DbfText {
    private static final int HEADER = 32;
    private static final int HEADER_LENGTH_AT = 8;
    private static final int LANGUAGE_AT = 29;
    /** Marks that say nothing, or only that Windows wrote the file. */
    private static final List<Integer> VAGUE_LANGUAGES = List.of(0x00, 0x03, 0x57);

    private DbfText() {}

    /**
     * What GDAL has to be told.
     *
     * @param wanted the user's word, or null
     * @param notes is told what was assumed
     * @return empty where GDAL finds it out by itself
     */
    static Optional<String> encoding(Path shapefile, @Nullable String wanted, List<String> notes) throws IOException {
        if (wanted != null) {
            return Optional.of(TextFile.charset(wanted).name());
        }
        List<Path> parts = Table.parts(shapefile);
        Optional<Path> dbf = part(parts, "dbf");
        if (dbf.isEmpty()) {
            throw new TableException(
                    shapefile + ": the file " + Format.stem(shapefile) + ".dbf with its attributes must lie beside it");
        }
        if (part(parts, "cpg").isPresent()) {
            return Optional.empty();
        }
        byte[] header;
        try (InputStream in = Files.newInputStream(dbf.get())) {
            header = in.readNBytes(HEADER);
        }
        if (header.length < HEADER || !VAGUE_LANGUAGES.contains(header[LANGUAGE_AT] & 0xFF)) {
            return Optional.empty();
        }
        int length = (header[HEADER_LENGTH_AT] & 0xFF) | (header[HEADER_LENGTH_AT + 1] & 0xFF) << 8;
        Charset found = TextFile.find(dbf.get(), length);
        if (!found.equals(StandardCharsets.UTF_8)) {
            notes.add("its attributes are not UTF-8 and no .cpg file names their character set: they were read as "
                    + found + "; --encoding names another one");
        }
        return Optional.of(found.name());
    }

    private static Optional<Path> part(List<Path> parts, String ending) {
        return parts.stream().filter(part -> Format.ending(part).equals(ending)).findFirst();
    }
}
