package org.reentryatlas.basemap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.reentryatlas.geo.Crs;
import org.reentryatlas.geo.LonLat;
import org.reentryatlas.geo.Shape;

/** The ground of the demo city, read from its files. */
final class DemoMap {
    static final Ground GROUND = read();

    private static final double TILE_METRES = MapFrame.metresOf(0) * MapFrame.TILE;

    private DemoMap() {}

    private static Ground read() {
        List<Ground.Place> water = new ArrayList<>();
        features("water.geojson").forEach(feature -> water.add(new Ground.Place(name(feature), shape(feature))));
        List<Ground.Place> parks = new ArrayList<>();
        features("parks.geojson").forEach(feature -> parks.add(new Ground.Place(name(feature), shape(feature))));
        List<Ground.Street> streets = new ArrayList<>();
        features("streets.geojson")
                .forEach(feature -> streets.add(new Ground.Street(
                        name(feature),
                        StreetClass.of(feature.at("/properties/CLASS").asText()),
                        shape(feature))));
        List<Shape> outlines = new ArrayList<>();
        features("city.geojson").forEach(feature -> outlines.add(shape(feature)));
        return new Ground("demo", water, parks, streets, outlines, List.of());
    }

    private static JsonNode features(String file) {
        try {
            return new ObjectMapper()
                    .readTree(Path.of("geodata/demo", file).toFile())
                    .get("features");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(JsonNode feature) {
        return feature.at("/properties/NAME").asText();
    }

    private static Shape shape(JsonNode feature) {
        return Shape.ofGeoJson(feature.get("geometry")).orElseThrow().transform(Crs.WGS84, MapFrame.MERCATOR);
    }

    /** A picture of the usual size with a place in its middle. */
    static MapFrame around(LonLat place, int zoom) {
        double n = Math.pow(2, zoom);
        double x = (place.longitude() / 360) * TILE_METRES;
        double y = Math.log(Math.tan(Math.PI / 4 + Math.toRadians(place.latitude()) / 2)) / (2 * Math.PI) * TILE_METRES;
        double half = TILE_METRES / n;
        return new MapFrame(new org.reentryatlas.geo.Box(x - half, y - half, x + half, y + half), 512, 512, 1);
    }

    /** The tile of the usual scheme in which a place lies. */
    static MapFrame tile(LonLat place, int zoom, double density) {
        double n = Math.pow(2, zoom);
        double radians = Math.toRadians(place.latitude());
        return MapFrame.ofTile(
                zoom,
                (int) Math.floor((place.longitude() + 180) / 360 * n),
                (int) Math.floor((1 - Math.log(Math.tan(radians) + 1 / Math.cos(radians)) / Math.PI) / 2 * n),
                density);
    }
}
