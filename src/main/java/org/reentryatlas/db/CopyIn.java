package org.reentryatlas.db;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/**
 * Rows on their way into a table by {@code COPY … FROM STDIN}, the fastest door that PostgreSQL has. An empty field is
 * null. The rows are part of the handle's transaction: they stand when {@link #finish} returned and the transaction
 * commits, and are gone otherwise.
 */
public final class CopyIn implements AutoCloseable {
    private static final int BUFFER_BYTES = 1 << 16;

    private final PGCopyOutputStream stream;
    private final CsvWriter csv;

    private CopyIn(PGCopyOutputStream stream) {
        this.stream = stream;
        Writer writer = new OutputStreamWriter(new BufferedOutputStream(stream, BUFFER_BYTES), StandardCharsets.UTF_8);
        this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(writer);
    }

    /** Opens the way into {@code table (columns)}; names come from our own code, never from a file. */
    public static CopyIn open(Handle handle, String table, String... columns) {
        String statement = "copy " + table + " (" + String.join(", ", columns) + ") from stdin with (format csv)";
        Connection connection = handle.getConnection();
        try {
            return new CopyIn(new PGCopyOutputStream(connection.unwrap(PGConnection.class), statement, BUFFER_BYTES));
        } catch (SQLException e) {
            throw new CopyException("rows cannot be copied into " + table, e);
        }
    }

    /** Sends one row. */
    public void row(String... fields) {
        csv.writeRecord(fields);
    }

    /** Sends what is buffered and ends the copy; the server checks the rows now. */
    public void finish() {
        try {
            csv.close();
        } catch (IOException e) {
            throw new CopyException("the rows were refused by the database", e);
        }
    }

    /** Gives the copy up if it was not finished; the transaction can only be rolled back then. */
    @Override
    public void close() {
        try {
            if (stream.isActive()) {
                stream.cancelCopy();
            }
        } catch (SQLException e) {
            throw new CopyException("the copy could not be given up", e);
        }
    }
}
