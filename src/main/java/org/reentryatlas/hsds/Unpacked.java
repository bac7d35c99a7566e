package org.reentryatlas.hsds;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.reentryatlas.table.TableException;

/** The tables of a zip in a temporary folder of their own, which is gone when it is closed. */
record Unpacked(Path folder) implements AutoCloseable {
    private static final int MOST_ENTRIES = 1_000;
    private static final long MOST_BYTES = 4L << 30;
    /** Text packs to a tenth or a twentieth; what packs to less than a hundredth was made to fill a disk. */
    private static final long MOST_GROWTH = 100;

    private static final long HARMLESS_BYTES = 1 << 20;

    static Unpacked of(Path file) throws IOException {
        Path folder = Files.createTempDirectory("atlas-hsds");
        Unpacked unpacked = new Unpacked(folder);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            long limit = Math.min(MOST_BYTES, Math.max(HARMLESS_BYTES, Files.size(file) * MOST_GROWTH));
            unpacked.extract(zip, file, limit);
            return unpacked;
        } catch (ZipException e) {
            unpacked.close();
            throw new TableException(file + ": it is not a zip file, or it is cut off");
        } catch (IOException | RuntimeException e) {
            unpacked.close();
            throw e;
        }
    }

    private void extract(ZipFile zip, Path file, long limit) throws IOException {
        if (zip.size() > MOST_ENTRIES) {
            throw new TableException(file + ": it holds more than " + MOST_ENTRIES + " files");
        }
        long left = limit;
        for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
            ZipEntry entry = entries.nextElement();
            Path target = folder.resolve(entry.getName()).normalize();
            if (!target.startsWith(folder)) {
                throw new TableException(file + ": an entry of it would be written outside its folder");
            }
            if (!entry.isDirectory() && entry.getName().matches("(?i).*\\.(csv|json)")) {
                Files.createDirectories(target.getParent());
                left -= copy(zip, entry, target, left);
                if (left < 0) {
                    throw new TableException(file + ": it unpacks to more than " + limit
                            + " bytes, which no directory of its size does");
                }
            }
        }
    }

    /** Counts what really comes out, since the sizes that a zip states may be wrong. */
    private static long copy(ZipFile zip, ZipEntry entry, Path target, long left) throws IOException {
        long copied = 0;
        try (InputStream in = zip.getInputStream(entry);
                OutputStream out = Files.newOutputStream(target)) {
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0 && copied <= left; n = in.read(buffer)) {
                out.write(buffer, 0, n);
                copied += n;
            }
        }
        return copied;
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
