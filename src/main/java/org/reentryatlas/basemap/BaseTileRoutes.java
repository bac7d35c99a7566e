package org.reentryatlas.basemap;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.reentryatlas.http.Answer;
import org.reentryatlas.http.Answers;
import org.reentryatlas.http.Parameters;
import org.reentryatlas.http.ProblemException;
import org.reentryatlas.http.Routes;

/**
 * Tiles of the base map as PNG, in the usual scheme of Web Mercator. Their path names the version of the ground, so that a
 * browser keeps them for good; with another version it gets the tile as it is now, and must ask again.
 */
public final class BaseTileRoutes implements Routes {
    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,5}");
    private static final Pattern FILE = Pattern.compile("(0|[1-9][0-9]{0,5})(@2x)?\\.png");

    private final Basemap basemap;
    private final Answers answers;
    private final TilePainter painter = new TilePainter();

    public BaseTileRoutes(Basemap basemap, Answers answers) {
        this.basemap = basemap;
        this.answers = answers;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/tiles/base/{version}/{palette}/{z}/{x}/{tile}", answers.by(this::tile));
    }

    @Override
    public List<String> laborious() {
        return List.of("/tiles/base/.*");
    }

    private Answer tile(Context context) {
        Parameters.of(context, Set.of());
        Palette palette = Palette.named(context.pathParam("palette"))
                .orElseThrow(() -> ProblemException.notFound("The palettes are light, dark and print."));
        Matcher file = FILE.matcher(context.pathParam("tile"));
        if (!file.matches()) {
            throw noTile();
        }
        int zoom = number(context.pathParam("z"));
        int column = number(context.pathParam("x"));
        int row = number(file.group(1));
        if (zoom < Basemap.LEAST_ZOOM || zoom > Basemap.MOST_ZOOM || column >> zoom != 0 || row >> zoom != 0) {
            throw noTile();
        }
        Ground ground = basemap.now();
        if (ground.isEmpty()) {
            throw ProblemException.notFound("No base map was loaded.");
        }
        boolean isVersion = ground.version().equals(context.pathParam("version"));
        return Answer.of(
                "image/png",
                Map.of("Cache-Control", isVersion ? "public, max-age=31536000, immutable" : "no-cache"),
                painter.paint(
                        ground, new TilePainter.Style(palette, file.group(2) == null ? 1 : 2), zoom, column, row));
    }

    private static int number(String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw noTile();
        }
        return Integer.parseInt(text);
    }

    private static ProblemException noTile() {
        return ProblemException.notFound(
                "There is no such tile: /tiles/base/{version}/{palette}/{z}/{x}/{y}.png with" + " zooms from "
                        + Basemap.LEAST_ZOOM + " to " + Basemap.MOST_ZOOM + ", and {y}@2x.png for dense screens.");
    }
}
