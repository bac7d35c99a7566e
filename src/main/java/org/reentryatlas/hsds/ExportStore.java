package org.reentryatlas.hsds;

import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.reentryatlas.db.Sql;

/** Reads the directory in the form of HSDS. Runs in the transaction of the handle, so that an export is of one moment. */
public final class ExportStore {
    private static final int FETCH_ROWS = 500;

    private final Handle handle;

    public ExportStore(Handle handle) {
        this.handle = handle;
    }

    /**
     * Hands over each service as a JSON object, in the order of their identifiers.
     *
     * @param source name of a source, or empty for all
     */
    void forEachService(String source, Consumer<String> action) {
        try (var services = handle
                .createQuery(Sql.of(ExportStore.class, "export-services"))
                .bind("source", source)
                .setFetchSize(FETCH_ROWS)
                .mapTo(String.class)
                .stream()) {
            services.forEach(action);
        }
    }
}
