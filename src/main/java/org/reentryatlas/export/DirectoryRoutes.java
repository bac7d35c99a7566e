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

/** The files of the service directory, which belongs to no release: made of what is in memory, as it was loaded. */
final class DirectoryRoutes {
    private final Publisher publisher;
    private final DirectoryFiles files = new DirectoryFiles();

    DirectoryRoutes(Publisher publisher) {
        this.publisher = publisher;
    }

    void send(Context context, Snapshot snapshot, Format format) throws IOException {
        // Not today, which would make other bytes of the same directory every day.
        LocalDate day = snapshot.directoryLoadedAt()
                .map(loaded -> LocalDate.ofInstant(loaded, ZoneOffset.UTC))
                .orElseThrow(() -> ProblemException.notFound("No service directory is loaded yet."));
        Layer layer = snapshot.layer(Layer.PROVIDERS);
        Export export = new Export(
                layer.id(),
                snapshot.newest(layer),
                About.ofDirectory(layer.title(), snapshot.jurisdiction(), day, publisher));
        if (format.renderer() instanceof Renderer.Streaming streaming) {
            String tag = "W/" + EntityTag.of(digest(snapshot.version() + " " + format));
            attachment(format, tag).stream(context, out -> streaming.stream(export, out));
        } else {
            DirectoryFiles.Made made = files.get(snapshot.version(), export, format);
            attachment(format, EntityTag.of(made.sha256())).send(context, made.bytes().length, made::bytes);
        }
    }

    private static Attachment attachment(Format format, String tag) {
        return new Attachment(format.fileName(Layer.PROVIDERS), format.mediaType(), "no-cache", tag);
    }

    private static String digest(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
