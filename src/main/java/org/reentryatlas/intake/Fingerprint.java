package org.reentryatlas.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.table.Table;

/** What tells one file from another. */
final class Fingerprint {
    private Fingerprint() {}

    /**
     * SHA-256 of the bytes of the file, or of all files of which it consists, hexadecimal. Each layer of a file is a data set of
     * its own.
     *
     * @param layer the layer that is read, or null where the file has one
     */
    static String of(Path file, @Nullable String layer) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            if (layer != null) {
                digest.update(layer.getBytes(StandardCharsets.UTF_8));
            }
            for (Path part : Table.parts(file)) {
                try (InputStream in = new DigestInputStream(Files.newInputStream(part), digest)) {
                    in.transferTo(OutputStream.nullOutputStream());
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
