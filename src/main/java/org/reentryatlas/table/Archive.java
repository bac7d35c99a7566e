package org.reentryatlas.table;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A zip file, unpacked for as long as somebody looks at it. Its table of contents is checked before a byte is written, and
 * what is written is counted against it, since a table can lie. Every entry becomes a plain file: a link would be a file with
 * the text of its target.
 */
public final class Archive {
    private static final int MOST_ENTRIES = 10_000;
    private static final int DEEPEST = 10;
    private static final long MOST_BYTES = 4L << 30;
    /** Less than this is no danger however well it was packed. */
    private static final long HARMLESS_BYTES = 64L << 20;

    private static final int HIGHEST_RATIO = 200;
    private static final int BLOCK = 1 << 16;

    private final Path file;

    public Archive(Path file) {
        this.file = file;
    }

    /** What is done with the unpacked files, which are gone afterwards. */
    public interface Look<T> {
        T at(Path directory) throws IOException;
    }

    /** The unpacked files in a directory of their own, which is gone when this is closed or the process ends. */
    public static final class Unpacked implements AutoCloseable {
        private final Path folder;
        private final Thread atExit;

        private Unpacked(Path folder) {
            this.folder = folder;
            this.atExit = new Thread(() -> Folders.removeAtExit(folder));
            Runtime.getRuntime().addShutdownHook(atExit);
        }

        public Path folder() {
            return folder;
        }

        @Override
        public void close() throws IOException {
            Folders.remove(folder);
            forget(atExit);
        }
    }

    /**
     * Unpacks, looks at it and removes it, whatever happens.
     *
     * @throws TableException as {@link #unpack} does
     */
    public <T> T unpacked(Look<T> look) throws IOException {
        try (Unpacked unpacked = unpack()) {
            return look.at(unpacked.folder());
        }
    }

    /**
     * Unpacks into a directory into which only its owner may look.
     *
     * @throws TableException if it is no zip file, holds too much, or an entry wants to lie elsewhere
     */
    public Unpacked unpack() throws IOException {
        Unpacked unpacked = new Unpacked(Files.createTempDirectory("reentry-atlas-"));
        try {
            unpack(unpacked.folder());
            return unpacked;
        } catch (IOException | RuntimeException e) {
            unpacked.close();
            throw e;
        }
    }

    private void unpack(Path directory) throws IOException {
        // Names that are not UTF-8 are marked so in a zip file, and any byte is a character of this set.
        try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.ISO_8859_1)) {
            List<? extends ZipEntry> entries = Collections.list(zip.entries());
            requireModest(entries);
            for (ZipEntry entry : entries) {
                Path target = target(directory, entry);
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    copy(zip, entry, target);
                }
            }
        } catch (ZipException | EOFException e) {
            throw new TableException(file + ": this is not a zip file, or it is damaged or cut off");
        } catch (FileSystemException | InvalidPathException e) {
            throw new TableException(
                    file + ": an entry of the zip file cannot be a file here: its name is taken, too long or no name");
        }
    }

    private void requireModest(List<? extends ZipEntry> entries) {
        long bytes = 0;
        for (ZipEntry entry : entries) {
            if (entry.getSize() < 0) {
                throw new TableException(file + ": the zip file does not say how large an entry is");
            }
            bytes += Math.min(entry.getSize(), MOST_BYTES);
        }
        if (entries.size() > MOST_ENTRIES) {
            throw new TableException(file + ": the zip file holds more than " + MOST_ENTRIES + " entries");
        }
        long packed = file.toFile().length();
        if (bytes > MOST_BYTES || (bytes > HARMLESS_BYTES && bytes / HIGHEST_RATIO > packed)) {
            throw new TableException(
                    "%s: unpacked, the zip file would be %d MB large, %d times its size; unpack it yourself if it is in order"
                            .formatted(file, bytes >> 20, bytes / Math.max(1, packed)));
        }
    }

    private Path target(Path directory, ZipEntry entry) {
        String name = entry.getName();
        Path target =
                name.indexOf('\0') >= 0 ? directory : directory.resolve(name).normalize();
        boolean inside = target.startsWith(directory) && !target.equals(directory);
        if (!inside || name.contains("\\") || target.getNameCount() - directory.getNameCount() > DEEPEST) {
            throw new TableException(file + ": an entry of the zip file wants to lie outside of it, or too deep");
        }
        return target;
    }

    private void copy(ZipFile zip, ZipEntry entry, Path target) throws IOException {
        try (InputStream in = zip.getInputStream(entry);
                OutputStream out = Files.newOutputStream(target, StandardOpenOption.CREATE_NEW)) {
            byte[] block = new byte[BLOCK];
            long written = 0;
            for (int count = in.read(block); count >= 0; count = in.read(block)) {
                written += count;
                if (written > entry.getSize()) {
                    throw new TableException(
                            file + ": an entry of the zip file is larger than its contents table says");
                }
                out.write(block, 0, count);
            }
        }
    }

    private static void forget(Thread atExit) {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // The process is ending already.
        }
    }
}
