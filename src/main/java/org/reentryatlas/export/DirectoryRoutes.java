package org.reentryatlas.export;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.reentryatlas.http.EntityTag;
import org.reentryatlas.layer.Layer;
import org.reentryatlas.layer.Snapshot;

/** The files of the service directory, which belongs to no release: made of what is in memory, as it is now. */
final class DirectoryRoutes {
    private static final int PIECE = 1 << 15;

    private final Publisher publisher;
    private final DirectoryFiles files = new DirectoryFiles();

    DirectoryRoutes(Publisher publisher) {
        this.publisher = publisher;
    }

    /** The format whose file of the directory has this name. */
    static Optional<Format> format(String name) {
        return Stream.of(Format.values())
                .filter(format -> format.fileName(Layer.PROVIDERS).equals(name))
                .findFirst();
    }

    void send(Context context, Snapshot snapshot, Format format) throws IOException {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        Layer layer = snapshot.layer(Layer.PROVIDERS);
        Export export = new Export(
                layer.id(),
                snapshot.newest(layer),
                About.ofDirectory(layer.title(), snapshot.jurisdiction(), today, publisher));
        String version = snapshot.version() + " " + today;
        context.header("Cache-Control", "no-cache")
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"reentry-atlas-" + format.fileName(layer.id()) + "\"")
                .contentType(format.mediaType());
        if (format.renderer() instanceof Renderer.Streaming streaming) {
            stream(context, export, streaming, "W/" + EntityTag.of(digest(version + " " + format)));
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

    private static void sendFile(Context context, DirectoryFiles.Made made) {
        String tag = EntityTag.of(made.sha256());
        context.disableCompression();
        context.header("ETag", tag);
        if (EntityTag.isKnown(context.header("If-None-Match"), tag)) {
            context.status(304);
            return;
        }
        context.header("Content-Length", Integer.toString(made.length())).result(made.open());
    }

    private static String digest(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
