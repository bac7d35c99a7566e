package org.reentryatlas.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A zip file in which every entry is of one day, so that the same files give the same bytes. */
final class Zip implements AutoCloseable {
    private final ZipOutputStream out;
    private final LocalDate day;

    Zip(Path file, LocalDate day) throws IOException {
        this(Files.newOutputStream(file), day);
    }

    private Zip(OutputStream out, LocalDate day) {
        this.out = new ZipOutputStream(out, StandardCharsets.UTF_8);
        this.day = day;
    }

    void add(Path file) throws IOException {
        begin(file.getFileName().toString());
        Files.copy(file, out);
        out.closeEntry();
    }

    void add(String name, byte[] content) throws IOException {
        begin(name);
        out.write(content);
        out.closeEntry();
    }

    /** @param content which its caller closes */
    void add(String name, InputStream content) throws IOException {
        begin(name);
        content.transferTo(out);
        out.closeEntry();
    }

    private void begin(String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        // Not a moment, which would depend on the machine's time zone.
        entry.setTimeLocal(day.atStartOfDay());
        out.putNextEntry(entry);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
