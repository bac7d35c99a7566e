package org.reentryatlas.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.reentryatlas.export.ExportException;
import org.reentryatlas.export.ReleaseExports;
import org.reentryatlas.layer.PublishedLayerStore;
import org.reentryatlas.release.Artefact;
import org.reentryatlas.release.Exports;
import org.reentryatlas.release.ReleaseRefusedException;

/** What the door publishes beside its own files, made by the room that knows formats. */
record ReleaseFormats(ReleaseExports exports) implements Exports {
    static ReleaseFormats of(Config config) {
        return new ReleaseFormats(new ReleaseExports(
                config.publisher(),
                config.jurisdiction().name(),
                config.jurisdiction().levelWords()));
    }

    @Override
    public void require() {
        try {
            exports.require();
        } catch (ExportException e) {
            throw refused(e);
        }
    }

    @Override
    public void render(Handle handle, String releaseId, Consumer<Artefact> taker) {
        try {
            exports.render(new PublishedLayerStore(handle, releaseId), made -> taker.accept(artefact(made)));
        } catch (ExportException e) {
            throw refused(e);
        }
    }

    private static Artefact artefact(ReleaseExports.Made made) {
        try {
            return new Artefact(made.name(), made.mediaType(), Files.readAllBytes(made.file()));
        } catch (IOException e) {
            throw new UncheckedIOException("a file that was just written cannot be read", e);
        }
    }

    private static ReleaseRefusedException refused(ExportException e) {
        return new ReleaseRefusedException(e.getMessage() + FileFault.ofTempFolder() + ". Nothing was published");
    }
}
