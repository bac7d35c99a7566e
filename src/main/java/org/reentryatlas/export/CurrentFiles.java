package org.reentryatlas.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.http.ProblemException;

/**
 * Files of layers that belong to no release, in formats that cannot be streamed: made when somebody asks, one at a time, and kept until the data
 * change.
 */
public final class CurrentFiles implements AutoCloseable {
    /** How long somebody waits while another file is made. */
    private static final int PATIENCE_SECONDS = 5;

    private final ReentrantLock making = new ReentrantLock();
    private final Map<Key, Made> made = new ConcurrentHashMap<>();
    private String version = "";
    private @Nullable Scratch scratch;

    private record Key(String version, String layerId, Format format) {}

    /** A file that is there. */
    record Made(Path file, long bytes, String sha256) {
        InputStream open() throws IOException {
            return Files.newInputStream(file);
        }
    }

    /**
     * The file of a format.
     *
     * @param wanted another text whenever the export is another one
     * @throws ProblemException if others are being made, or this one cannot be
     */
    Made get(String wanted, Export export, Format format) {
        Key key = new Key(wanted, export.id(), format);
        Made there = made.get(key);
        return there == null ? makeInTurn(key, export) : there;
    }

    private Made makeInTurn(Key key, Export export) {
        try {
            if (!making.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw ProblemException.unavailable("Another file is being made; these are made one at a time.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ProblemException.unavailable("The server is about to stop.");
        }
        try {
            Scratch place = place(key.version());
            Made known = made.get(key);
            if (known == null) {
                known = make(export, key.format(), place);
                made.put(key, known);
            }
            return known;
        } catch (ExportException e) {
            throw ProblemException.unavailable(e.getMessage() + ".");
        } catch (IOException e) {
            throw new UncheckedIOException("a file cannot be made", e);
        } finally {
            making.unlock();
        }
    }

    /** An empty one when the data have changed. */
    private Scratch place(String wanted) throws IOException {
        Scratch place = scratch;
        if (place == null || !version.equals(wanted)) {
            close();
            place = Scratch.open();
            scratch = place;
            version = wanted;
        }
        return place;
    }

    private static Made make(Export export, Format format, Scratch place) throws IOException {
        Path file = place.file(format.fileName(export.id()));
        Files.deleteIfExists(file);
        format.renderer().write(export, file);
        return new Made(file, Files.size(file), sha256(file));
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                DigestInputStream digested = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            digested.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digested.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Deletes what was made. */
    @Override
    public void close() {
        making.lock();
        try {
            made.clear();
            if (scratch != null) {
                scratch.close();
                scratch = null;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("files on the way cannot be deleted", e);
        } finally {
            making.unlock();
        }
    }
}
