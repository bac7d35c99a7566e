package org.reentryatlas.attack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Where the files of a release are. */
public sealed interface FileSource {
    /** How long a server may take to answer. */
    Duration TIMEOUT = Duration.ofSeconds(30);

    /**
     * The text of a file.
     *
     * @throws UnreadableReleaseException if it cannot be had
     */
    String text(String name);

    /**
     * Where the files of another release are, beside these.
     *
     * @throws UnreadableReleaseException if it cannot be there
     */
    FileSource sibling(String releaseId);

    /**
     * A directory, or an address that begins with http.
     *
     * @throws UnreadableReleaseException if it is neither
     */
    static FileSource of(String place) {
        boolean isAddress = place.startsWith("http://") || place.startsWith("https://");
        try {
            return isAddress
                    ? new Address(URI.create(place.endsWith("/") ? place : place + "/"))
                    : new Directory(Path.of(place));
        } catch (IllegalArgumentException e) {
            throw new UnreadableReleaseException("neither a directory nor an address: " + place, e);
        }
    }

    /**
     * Files that are not written yet, by name.
     *
     * @param siblings those of other releases, by release and name
     */
    record Texts(Map<String, String> byName, Map<String, Map<String, String>> siblings) implements FileSource {
        public Texts {
            byName = Map.copyOf(byName);
            siblings = Map.copyOf(siblings);
        }

        /** Files of a release that stands alone. */
        public Texts(Map<String, String> byName) {
            this(byName, Map.of());
        }

        @Override
        public FileSource sibling(String releaseId) {
            Map<String, String> files = siblings.get(releaseId);
            if (files == null) {
                throw new UnreadableReleaseException("there is no release " + releaseId);
            }
            return new Texts(files);
        }

        @Override
        public String text(String name) {
            String text = byName.get(name);
            if (text == null) {
                throw new UnreadableReleaseException("there is no " + name);
            }
            return text;
        }
    }

    /** Downloaded files. */
    record Directory(Path path) implements FileSource {
        @Override
        public FileSource sibling(String releaseId) {
            return new Directory(path.toAbsolutePath().normalize().resolveSibling(releaseId));
        }

        @Override
        public String text(String name) {
            try {
                return Files.readString(path.resolve(name));
            } catch (NoSuchFileException e) {
                throw new UnreadableReleaseException("there is no " + path.resolve(name), e);
            } catch (IOException e) {
                throw new UnreadableReleaseException(path.resolve(name) + " cannot be read", e);
            }
        }
    }

    /** A release as a server hands it out. */
    record Address(URI release) implements FileSource {
        @Override
        public FileSource sibling(String releaseId) {
            return new Address(release.resolve("../" + releaseId + "/"));
        }

        @Override
        public String text(String name) {
            HttpRequest request = HttpRequest.newBuilder(release.resolve(name))
                    .timeout(TIMEOUT)
                    .build();
            try {
                HttpResponse<String> response = HttpClient.newBuilder()
                        .connectTimeout(TIMEOUT)
                        .build()
                        .send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
                if (response.statusCode() != 200) {
                    throw new UnreadableReleaseException(
                            "%s answers %d".formatted(release.resolve(name), response.statusCode()));
                }
                return response.body();
            } catch (IOException e) {
                throw new UnreadableReleaseException(release.resolve(name) + " does not answer", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new UnreadableReleaseException("interrupted", e);
            }
        }
    }
}
