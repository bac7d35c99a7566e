package org.reentryatlas.db;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Statements as files: {@code Sql.of(AreaStore.class, "find-areas")} is {@code find-areas.sql} beside the class. */
public final class Sql {
    private Sql() {}

    /**
     * Reads the statement that the owner's package keeps under the name.
     *
     * @throws IllegalStateException if there is no such file, which is a fault in the build
     */
    public static String of(Class<?> owner, String name) {
        String file = name + ".sql";
        try (InputStream in = owner.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("no statement " + file + " beside " + owner.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("statement " + file + " beside " + owner.getName() + " cannot be read", e);
        }
    }
}
