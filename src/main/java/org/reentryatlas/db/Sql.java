package org.reentryatlas.db;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Statements as files: {@code Sql.of(AreaStore.class, "find-areas")} is {@code find-areas.sql} beside the class. */
public final class Sql {
    /** Each file once: a request must not open the jar for every statement. */
    private static final Map<String, String> READ = new ConcurrentHashMap<>();

    private Sql() {}

    /**
     * Reads the statement that the owner's package keeps under the name.
     *
     * @throws IllegalStateException if there is no such file, which is a fault in the build
     */
    public static String of(Class<?> owner, String name) {
        return READ.computeIfAbsent(owner.getName() + " " + name, key -> read(owner, name + ".sql"));
    }

    private static String read(Class<?> owner, String file) {
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
