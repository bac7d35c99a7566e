package org.reentryatlas.export;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.reentryatlas.http.Attachment;
import org.reentryatlas.http.EntityTag;
import org.reentryatlas.http.ProblemException;
import org.reentryatlas.layer.Layer;
import org.reentryatlas.layer.Snapshot;

/**
 * The files of the layers that belong to no release, the service directory and what is made of it: written from what is in
 * memory, as it was loaded.
 */
final class CurrentRoutes {
    private final Publisher publisher;
    private final CurrentFiles files = new CurrentFiles();

    CurrentRoutes(Publisher publisher) {
        this.publisher = publisher;
    }

    /** A layer as it is now. */
    Export export(Snapshot snapshot, Layer layer) {
        // Not today, which would make other bytes of the same directory every day.
        LocalDate day = snapshot.changedAt(layer)
                .map(changed -> LocalDate.ofInstant(changed, ZoneOffset.UTC))
                .orElseThrow(() -> ProblemException.notFound("No service directory is loaded yet."));
        return new Export(
                layer.id(), snapshot.newest(layer), About.ofCurrent(layer, snapshot.jurisdiction(), day, publisher));
    }

    void send(Context context, Snapshot snapshot, Layer layer, Format format, String caching) throws IOException {
        Export export = export(snapshot, layer);
        if (format.renderer() instanceof Renderer.Streaming streaming) {
            String tag = "W/" + EntityTag.of(digest(snapshot.version() + " " + layer.id() + " " + format));
            attachment(layer, format, caching, tag).stream(context, out -> streaming.stream(export, out));
        } else {
            CurrentFiles.Made made = files.get(snapshot.version(), export, format);
            attachment(layer, format, caching, EntityTag.of(made.sha256()))
                    .send(context, made.bytes().length, made::bytes);
        }
    }

    private static Attachment attachment(Layer layer, Format format, String caching, String tag) {
        return new Attachment(format.fileName(layer.id()), format.mediaType(), caching, tag);
    }

    private static String digest(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
