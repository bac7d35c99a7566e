package org.reentryatlas.ogc;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.reentryatlas.http.Answer;
import org.reentryatlas.http.Answers;
import org.reentryatlas.http.Json;
import org.reentryatlas.http.Parameters;
import org.reentryatlas.http.ProblemException;
import org.reentryatlas.http.Requests;
import org.reentryatlas.http.Routes;
import org.reentryatlas.layer.Catalogue;
import org.reentryatlas.layer.FeatureTable;
import org.reentryatlas.layer.Layer;
import org.reentryatlas.layer.Members;
import org.reentryatlas.layer.PublishedRelease;
import org.reentryatlas.layer.Snapshot;
import org.reentryatlas.ogc.TileMatrixSet.Tile;

/**
 * OGC API – Tiles, Part 1, Core (OGC 20-057): vector tiles of each collection and of all together, and TileJSON 3.0. A tile
 * holds what an answer to the same collection's items would hold; where a value is null, it is left out.
 */
final class TileRoutes implements Routes {
    private static final String COLLECTION = OgcRoutes.ROOT + "/collections/{collectionId}/tiles";
    private static final String ALL = OgcRoutes.ROOT + "/tiles";
    private static final String SET = "/{tileMatrixSetId}";
    private static final String TILE = SET + "/{tileMatrix}/{tileRow}/{tileCol}";
    private static final String SETS = OgcRoutes.ROOT + "/tileMatrixSets";

    private final Catalogue catalogue;
    private final Answers answers;

    TileRoutes(Catalogue catalogue, Answers answers) {
        this.catalogue = catalogue;
        this.answers = answers;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(SETS, answers.by(this::matrixSets));
        routes.get(SETS + SET, answers.by(this::matrixSet));
        for (String tiles : List.of(ALL, COLLECTION)) {
            routes.get(tiles, answers.by(this::tilesets));
            routes.get(tiles + SET, answers.by(this::tileset));
            routes.get(tiles + TILE, answers.by(this::tile));
        }
    }

    @Override
    public List<String> laborious() {
        return List.of(OgcRoutes.ROOT + "/(collections/[^/]+/)?tiles/[^/]+/[^/]+/[^/]+/.*");
    }

    private Answer matrixSets(Context context) {
        Parameters.of(context, Set.of());
        String self = Requests.serverUrl(context) + SETS;
        return json(Map.of(
                "tileMatrixSets",
                TileMatrixSet.ALL.stream()
                        .map(set -> Members.of(
                                "id", set.id(),
                                "title", set.title(),
                                "uri", set.uri(),
                                "crs", set.crsUri(),
                                "links",
                                        List.of(Links.link(
                                                "self", Links.JSON, self + "/" + set.id(), "Its definition"))))
                        .toList()));
    }

    private Answer matrixSet(Context context) {
        Parameters.of(context, Set.of());
        return json(TileMatrixSet.named(context.pathParam("tileMatrixSetId")).describe());
    }

    private Answer tilesets(Context context) {
        Parameters.of(context, Set.of());
        Snapshot snapshot = catalogue.now();
        TileSource source = source(context, snapshot, Days.ALL);
        String self = Requests.serverUrl(context) + context.path();
        Tilesets tilesets = new Tilesets(source, tag(snapshot));
        return json(Members.of(
                "tilesets",
                TileMatrixSet.ALL.stream()
                        .map(set -> tilesets.describe(set, self + "/" + set.id()))
                        .toList(),
                "links",
                List.of(Links.link("self", Links.JSON, self, "Tilesets of: " + source.title()))));
    }

    private Answer tileset(Context context) {
        TileMatrixSet set = TileMatrixSet.named(context.pathParam("tileMatrixSetId"));
        Parameters parameters = Parameters.of(context, Set.of("f"));
        String self = Requests.serverUrl(context) + context.path();
        Snapshot snapshot = catalogue.now();
        Tilesets tilesets = new Tilesets(source(context, snapshot, Days.ALL), tag(snapshot));
        return switch (parameters.text("f").orElse("json")) {
            case "json" -> json(tilesets.describe(set, self));
            case "tilejson" -> {
                if (!set.equals(TileMatrixSet.WEB_MERCATOR_QUAD)) {
                    throw ProblemException.formatUnknown(
                            "It knows no other tiles than WebMercatorQuad: ask for these, or for f=json.");
                }
                yield json(tilesets.tileJson(self));
            }
            default -> throw ProblemException.formatUnknown("Leave it out, or f=json or f=tilejson.");
        };
    }

    private Answer tile(Context context) {
        TileMatrixSet set = TileMatrixSet.named(context.pathParam("tileMatrixSetId"));
        Parameters parameters = Parameters.of(context, Set.of("datetime", "f", "v"));
        if (!parameters.text("f").orElse("mvt").equals("mvt")) {
            throw ProblemException.formatUnknown("Leave it out, or f=mvt.");
        }
        Snapshot snapshot = catalogue.now();
        Days days = parameters.text("datetime").map(Days::parse).orElse(Days.ALL);
        TileSource source = source(context, snapshot, days);
        Tile tile = new Tile(
                whole(context, "tileMatrix", TileMatrixSet.MOST_ZOOM),
                whole(context, "tileRow", Integer.MAX_VALUE),
                whole(context, "tileCol", Integer.MAX_VALUE));
        // The limits are those of the newest release, whichever is asked for.
        if (!new Tilesets(source(context, snapshot, Days.ALL), "")
                .limits(set, tile.zoom())
                .holds(tile)) {
            throw noTile();
        }
        boolean isVersion = parameters.text("v").map(tag(snapshot)::equals).orElse(false);
        return Answer.of(
                Links.MVT,
                Map.of("Cache-Control", isVersion ? "public, max-age=31536000, immutable" : "no-cache"),
                source.tile(set, set.box(tile)));
    }

    private static int whole(Context context, String name, int most) {
        String text = context.pathParam(name);
        if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) > most) {
            throw noTile();
        }
        return Integer.parseInt(text);
    }

    private static ProblemException noTile() {
        return ProblemException.notFound("The tileset has no such tile; its tileMatrixSetLimits say which there are.");
    }

    /** What the path's collection, or all of them, hold on the days. */
    private static TileSource source(Context context, Snapshot snapshot, Days days) {
        String id = context.pathParamMap().get("collectionId");
        if (id != null) {
            Layer layer = snapshot.layer(id);
            return new TileSource(layer.title(), Map.of(layer, table(snapshot, layer, days)));
        }
        Map<Layer, FeatureTable> tables = new LinkedHashMap<>();
        snapshot.layers().forEach(layer -> tables.put(layer, table(snapshot, layer, days)));
        return new TileSource("All layers of " + snapshot.jurisdiction(), tables);
    }

    private static FeatureTable table(Snapshot snapshot, Layer layer, Days days) {
        if (!layer.isOfReleases()) {
            return snapshot.newest(layer);
        }
        PublishedRelease release = layer.release(days::contains).orElse(null);
        return release == null ? snapshot.newest(layer).withoutFeatures() : snapshot.table(layer, release);
    }

    /** Stands for the state of the data in the URLs of tiles, which therefore never change. */
    private static String tag(Snapshot snapshot) {
        return UUID.nameUUIDFromBytes(snapshot.version().getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static Answer json(Object body) {
        return Answer.of(Links.JSON, Json.write(body));
    }
}
