package org.reentryatlas.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
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
        MessageDigest digest = DigestUtils.getSha256Digest();
        if (layer != null) {
            DigestUtils.updateDigest(digest, layer);
        }
        for (Path part : Table.parts(file)) {
            DigestUtils.updateDigest(digest, part.toFile());
        }
        return Hex.encodeHexString(digest.digest());
    }
}
