package org.reentryatlas.export;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.codec.digest.DigestUtils;
import org.reentryatlas.db.Database;
import org.reentryatlas.http.Attachment;
import org.reentryatlas.http.EntityTag;
import org.reentryatlas.http.Gate;
import org.reentryatlas.http.ProblemException;
import org.reentryatlas.http.Turn;
import org.reentryatlas.layer.PublishedLayerStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Files of layers for programs that come with a key: stamped with their licence, and kept account of before they leave. */
public final class KeyedRoutes {
    private static final Logger LOG = LoggerFactory.getLogger(KeyedRoutes.class);

    /** Nothing between keeps what is for one recipient. */
    static final String NO_STORE = "no-store";

    private final Keys keys;
    private final Database web;
    private final DownloadStore store;
    private final ReleaseExports exports;
    private final Turn turn =
            new Turn(Duration.ofSeconds(5), "Another file is being stamped; these are made one at a time.");

    public KeyedRoutes(Keys keys, Database web, ReleaseExports exports) {
        this.keys = keys;
        this.web = web;
        this.store = new DownloadStore(web);
        this.exports = exports;
    }

    /** Who has the key that a request came with; empty for whoever came without one. */
    Optional<Keys.Holder> holder(Context context) {
        return Optional.<Object>ofNullable(context.attribute(Gate.KEY)).map(keys::holder);
    }

    /** Sends a file of a release, whose numbers are those that were published. */
    void sendOfRelease(Context context, Keys.Holder holder, String releaseId, PublishedFile file, LayerFile wanted) {
        send(
                context,
                holder,
                new Wanted(releaseId, wanted, file.name(), file.mediaType()),
                stamp -> stamp.filter(any -> wanted.saysWhatItIs())
                        .map(each -> turn.take(() -> ofRelease(releaseId, file.name(), each)))
                        .orElseGet(() -> store.read(releaseId, file.name())));
    }

    /** Sends a layer that is made of a release and belongs to none. */
    void sendCurrent(
            Context context, Keys.Holder holder, String releaseId, Export export, LayerFile wanted, Format format) {
        send(
                context,
                holder,
                new Wanted(releaseId, wanted, format.fileName(export.id()), format.mediaType()),
                stamp -> turn.take(() -> rendered(
                        new Export(export.id(), export.table(), export.about().with(stamp.orElse(null))), format)));
    }

    private record Wanted(String releaseId, LayerFile file, String name, String mediaType) {}

    private static void send(
            Context context, Keys.Holder holder, Wanted wanted, Function<Optional<Stamp>, byte[]> maker) {
        Optional<Stamp> stamp = holder.stamp(wanted.releaseId());
        byte[] bytes = made(wanted, stamp, maker);
        String sha256 = DigestUtils.sha256Hex(bytes);
        // A client that asks for the head alone gets no file.
        if (!context.method().equals(HandlerType.HEAD)) {
            holder.keep(new Keys.Taken(
                    wanted.releaseId(), wanted.file().layer(), wanted.file().formatName(), wanted.name(), sha256));
        }
        // For formats that have no place for it.
        stamp.ifPresent(each -> context.header(
                "Data-Use-Licence",
                each.text("data_use_licence") + "; fingerprint=" + each.text("licence_fingerprint")));
        new Attachment(wanted.releaseId() + "-" + wanted.name(), wanted.mediaType(), NO_STORE, EntityTag.of(sha256))
                .send(context, bytes.length, () -> bytes);
    }

    private static byte[] made(Wanted wanted, Optional<Stamp> stamp, Function<Optional<Stamp>, byte[]> maker) {
        try {
            return maker.apply(stamp);
        } catch (ExportException e) {
            LOG.error("{} cannot be stamped: {}", wanted.name(), e.getMessage());
            throw ProblemException.unavailable("Files of this format cannot be made at the moment.");
        }
    }

    private byte[] ofRelease(String releaseId, String name, Stamp stamp) {
        List<byte[]> made = new ArrayList<>();
        web.useTransaction(handle -> exports.render(
                new PublishedLayerStore(handle, releaseId), stamp, name::equals, file -> made.add(read(file.file()))));
        if (made.isEmpty()) {
            throw new ExportException("the release has no such layer any more");
        }
        return made.get(0);
    }

    private static byte[] rendered(Export export, Format format) {
        try {
            return CurrentFiles.render(format.renderer(), export, format);
        } catch (IOException e) {
            throw new UncheckedIOException("a file cannot be made", e);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("a file that was just written cannot be read", e);
        }
    }
}
