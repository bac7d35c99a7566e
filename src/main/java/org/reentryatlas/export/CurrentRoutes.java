package org.reentryatlas.export;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.reentryatlas.http.EntityTag;
import org.reentryatlas.layer.Layer;
import org.reentryatlas.layer.Snapshot;

/**
 * The files of the layers that belong to no release, the service directory and what is made of it: written from what is in
 * memory, as it is now.
 */
final class CurrentRoutes {
    private static final int PIECE = 1 << 15;

    private final Publisher publisher;
    private final CurrentFiles files;

    CurrentRoutes(Publisher publisher, CurrentFiles files) {
        this.publisher = publisher;
        this.files = files;
    }

    /** A file of a layer. */
    record Wanted(Layer layer, Format format) {}

    /** The layers that belong to no release. */
    static List<Layer> layers(Snapshot snapshot) {
        return snapshot.layers().stream().filter(layer -> !layer.isOfReleases()).toList();
    }

    /** What has the name of such a file; empty for every other one. */
    static Optional<Wanted> find(String name, Snapshot snapshot) {
        return layers(snapshot).stream()
                .flatMap(layer -> Stream.of(Format.values()).map(format -> new Wanted(layer, format)))
                .filter(wanted -> wanted.format().fileName(wanted.layer().id()).equals(name))
                .findFirst();
    }

    void send(Context context, Snapshot snapshot, Wanted wanted) throws IOException {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        Layer layer = wanted.layer();
        Format format = wanted.format();
        Export export = new Export(
                layer.id(),
                layer.title(),
                snapshot.newest(layer),
                About.ofCurrent(layer, snapshot.jurisdiction(), today, publisher));
        String version = snapshot.version() + " " + today;
        context.header("Cache-Control", "no-cache")
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"reentry-atlas-" + format.fileName(layer.id()) + "\"")
                .contentType(format.mediaType());
        if (format.renderer() instanceof Renderer.Streaming streaming) {
            stream(context, export, streaming, "W/" + EntityTag.of(digest(version + " " + layer.id() + " " + format)));
        } else {
            sendFile(context, files.get(version, export, format));
        }
    }

    private static void stream(Context context, Export export, Renderer.Streaming streaming, String tag)
            throws IOException {
        context.header("ETag", tag).header("Vary", "Accept-Encoding");
        if (EntityTag.isKnown(context.header("If-None-Match"), tag)) {
            context.status(304);
        } else if (!context.method().equals(HandlerType.HEAD)) {
            // The server decides by the first piece whether compressing is worth it.
            OutputStream out = new BufferedOutputStream(context.outputStream(), PIECE);
            streaming.stream(export, out);
            out.flush();
        }
    }

    private static void sendFile(Context context, CurrentFiles.Made made) {
        String tag = EntityTag.of(made.sha256());
        context.disableCompression();
        context.header("ETag", tag);
        if (EntityTag.isKnown(context.header("If-None-Match"), tag)) {
            context.status(304);
            return;
        }
        try {
            context.header("Content-Length", Long.toString(made.bytes())).result(made.open());
        } catch (IOException e) {
            throw new UncheckedIOException("a file that was made is gone", e);
        }
    }

    private static String digest(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
