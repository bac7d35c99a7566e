package org.reentryatlas.dcat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.reentryatlas.export.DownloadRoutes;
import org.reentryatlas.export.Edition;
import org.reentryatlas.export.Format;
import org.reentryatlas.export.LayerRoutes;
import org.reentryatlas.export.PublishedFile;
import org.reentryatlas.export.Publisher;
import org.reentryatlas.layer.Layer;
import org.reentryatlas.layer.PublishedRelease;
import org.reentryatlas.layer.Snapshot;

/**
 * What there is to be catalogued, and the words that all catalogues have for it.
 *
 * @param editions the releases as bytes, by identifier
 * @param base URL of the server
 */
record Holdings(Snapshot snapshot, Map<String, Edition> editions, Publisher publisher, String base) {
    static final String LANGUAGE = "en";

    /** As both schemas want it; a telephone number or the address of a page is none. */
    private static final Pattern EMAIL = Pattern.compile("[\\w.-]+@[\\w.-]+\\.[\\w.-]+");

    static Holdings of(Snapshot snapshot, List<Edition> editions, Publisher publisher, String base) {
        return new Holdings(
                snapshot,
                editions.stream().collect(Collectors.toMap(Edition::id, Function.identity())),
                publisher,
                base);
    }

    String title() {
        return "Reentry Atlas: " + snapshot.jurisdiction();
    }

    /** The layers that anything was published of. */
    List<Layer> layers() {
        return snapshot.layers().stream().filter(snapshot::holds).toList();
    }

    /** The title of a layer, with the place. */
    String title(Layer layer) {
        return layer.title() + ", " + snapshot.jurisdiction();
    }

    /** The e-mail address among what the publisher states for questions. */
    Optional<String> email() {
        return Optional.ofNullable(publisher.contact())
                .map(EMAIL::matcher)
                .filter(Matcher::find)
                .map(Matcher::group);
    }

    /** The lasting address of a layer, which is its identifier, too. */
    String address(Layer layer) {
        return base + "/ogc/collections/" + layer.id();
    }

    /** The lasting address of a layer as a release has it. */
    String address(Layer layer, PublishedRelease release) {
        return base + DownloadRoutes.path(release.id()) + "#" + layer.id();
    }

    Map<Format, PublishedFile> files(Layer layer, PublishedRelease release) {
        Edition edition = editions.get(release.id());
        return edition == null ? Map.of() : edition.filesOf(layer.id());
    }

    /** The file of a layer as it is now. */
    String current(Layer layer, Format format) {
        return base + LayerRoutes.path(layer.id(), format);
    }

    /** The media type without parameters. */
    static String mediaType(Format format) {
        return format.mediaType().split(";", 2)[0];
    }

    static String instant(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** When anything of it changed last; empty before anything is published. */
    Optional<Instant> modified() {
        return Stream.concat(
                        snapshot.releases().stream().map(PublishedRelease::publishedAt),
                        snapshot.directoryLoadedAt().stream())
                .max(Instant::compareTo);
    }
}
