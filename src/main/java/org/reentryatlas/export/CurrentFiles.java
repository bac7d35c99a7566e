package org.reentryatlas.export;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.apache.commons.codec.digest.DigestUtils;
import org.reentryatlas.http.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files of layers that belong to no release, in formats that cannot be streamed: made when somebody asks, one at a time, and
 * kept in memory until one of newer data is made, or memory is short.
 */
final class CurrentFiles {
    private static final Logger LOG = LoggerFactory.getLogger(CurrentFiles.class);

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Duration patience;
    private final Function<Format, Renderer> renderers;
    private final ReentrantLock making = new ReentrantLock();
    // Soft, since there are several files of each layer, and each can be made again.
    private final Cache<Key, Made> made = Caffeine.newBuilder().softValues().build();

    private record Key(String layerId, Format format) {}

    CurrentFiles() {
        this(PATIENCE, Format::renderer);
    }

    /** @param patience how long somebody waits while another file is made */
    CurrentFiles(Duration patience, Function<Format, Renderer> renderers) {
        this.patience = patience;
        this.renderers = renderers;
    }

    /** A file that was made. */
    static final class Made {
        private final String version;
        private final byte[] bytes;
        private final String sha256;

        private Made(String version, byte[] bytes) {
            this.version = version;
            this.bytes = bytes;
            this.sha256 = DigestUtils.sha256Hex(bytes);
        }

        /** Digest of the bytes, hexadecimal. */
        String sha256() {
            return sha256;
        }

        /** Nobody changes them. */
        byte[] bytes() {
            return bytes;
        }
    }

    /**
     * The file of a format.
     *
     * @param version another text whenever the export is another one
     * @throws ProblemException if others are being made, or this one cannot be
     */
    Made get(String version, Export export, Format format) {
        Made known = made.getIfPresent(new Key(export.id(), format));
        return known != null && known.version.equals(version) ? known : makeInTurn(version, export, format);
    }

    private Made makeInTurn(String version, Export export, Format format) {
        try {
            if (!making.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw ProblemException.unavailable("Another file is being made; these are made one at a time.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ProblemException.unavailable("The server is about to stop.");
        }
        try {
            Key key = new Key(export.id(), format);
            Made known = made.getIfPresent(key);
            if (known == null || !known.version.equals(version)) {
                known = new Made(version, render(renderers.apply(format), export, format));
                // The others of before would stay until each is asked for, and those of a level that is gone for ever.
                made.asMap().values().removeIf(old -> !old.version.equals(version));
                made.put(key, known);
            }
            return known;
        } catch (ExportException e) {
            LOG.error("layer {} cannot be written as {}: {}", export.id(), format.title(), e.getMessage());
            throw ProblemException.unavailable("Files of this format cannot be made at the moment.");
        } catch (IOException e) {
            throw new UncheckedIOException("a file cannot be made", e);
        } finally {
            making.unlock();
        }
    }

    /** The bytes of a file that is made anew. */
    static byte[] render(Renderer renderer, Export export, Format format) throws IOException {
        try (Scratch scratch = Scratch.open()) {
            Path file = scratch.file(format.fileName(export.id()));
            renderer.write(export, file);
            return Files.readAllBytes(file);
        }
    }
}
