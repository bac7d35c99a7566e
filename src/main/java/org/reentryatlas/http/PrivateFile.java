package org.reentryatlas.http;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/** A file that holds a secret: a key, or a password. */
public final class PrivateFile {
    /** No key and no password is longer. */
    private static final long MOST_BYTES = 100_000;

    private PrivateFile() {}

    /**
     * All of its bytes.
     *
     * @throws IllegalArgumentException if others than its owner may read or change it, or it cannot be read; the message says what to do
     */
    public static byte[] read(Path file) {
        try {
            Set<PosixFilePermission> others = EnumSet.noneOf(PosixFilePermission.class);
            others.addAll(Files.getPosixFilePermissions(file));
            others.removeIf(permission -> permission.name().startsWith("OWNER_"));
            if (!others.isEmpty()) {
                throw new IllegalArgumentException(
                        "others than its owner may read or change this file; chmod 600 it, and use another secret if"
                                + " somebody could have read it");
            }
            if (Files.size(file) > MOST_BYTES) {
                throw new IllegalArgumentException("is larger than any secret");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot be read: " + reason(e), e);
        }
    }

    /** In words, where Java says no more than the name of the file. */
    static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such file";
        }
        return e instanceof AccessDeniedException
                ? "this account may not"
                : e.getClass().getSimpleName();
    }
}
