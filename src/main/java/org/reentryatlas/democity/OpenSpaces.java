package org.reentryatlas.democity;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.buffer.BufferParameters;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/** Parks and water, fitted between the streets. */
final class OpenSpaces {
    /** Metres from the middle of a street to the grass. */
    private static final double STREET_EDGE = 9;

    private static final double MOSTLY = 0.55;

    private static final List<String> SQUARE_NAMES = List.of(
            "Library Square",
            "Courthouse Green",
            "Maple Square",
            "Sheridan Square",
            "Windmill Square",
            "Heron Square",
            "Westgate Commons",
            "Harlan Square",
            "Foundry Green",
            "Eastlake Commons",
            "Union Park",
            "Sandstone Green",
            "Larkspur Commons",
            "Kessler Square");

    private OpenSpaces() {}

    static GeoJsonFile water(Plan plan) {
        GeoJsonFile file = new GeoJsonFile();
        file.add(plan.riverWater(), "NAME", "Harlow River", "KIND", "river");
        file.add(Places.LAKE, "NAME", "Antelope Lake", "KIND", "lake");
        file.add(Places.GOLF_POND, "NAME", "Willow Bend Pond", "KIND", "pond");
        return file;
    }

    static GeoJsonFile parks(City city) {
        GeoJsonFile file = new GeoJsonFile();
        for (Places.Open open : Places.OPEN_GROUND) {
            if (!open.kind().equals("airport")) {
                addGrass(file, ground(city, open.shape()), open.name(), open.kind());
            }
        }
        for (int i = 0; i < Places.SQUARES.size(); i++) {
            int block = city.blocks().at(Places.SQUARES.get(i));
            if (block >= 0 && city.blocks().all().get(block).polygon().getArea() < 90_000) {
                addGrass(file, city.blocks().all().get(block).polygon(), SQUARE_NAMES.get(i), "square");
            }
        }
        addRiverwalk(file, city);
        return file;
    }

    /** Blocks that lie mostly inside the drawn shape, whole, and of other blocks what lies inside. */
    private static Geometry ground(City city, Polygon shape) {
        List<Geometry> pieces = new ArrayList<>();
        for (Block block : city.blocks().all()) {
            if (block.polygon().intersects(shape)) {
                Geometry inside = block.polygon().intersection(shape);
                boolean mostly = inside.getArea() > MOSTLY * block.polygon().getArea();
                pieces.add(mostly ? block.polygon() : inside);
            }
        }
        return UnaryUnionOp.union(pieces);
    }

    /** The grass on both banks along downtown. */
    private static void addRiverwalk(GeoJsonFile file, City city) {
        List<Integer> banks = city.blocks().all().stream()
                .filter(b -> city.plan().besideRiver(b.centre()) && b.centre().x > -2300 && b.centre().x < 1500)
                .map(Block::id)
                .toList();
        Geometry grass = city.blocks().union(banks).difference(city.plan().riverWater());
        addGrass(file, grass, "Harlow Riverwalk", "park");
    }

    private static void addGrass(GeoJsonFile file, Geometry ground, String name, String kind) {
        Geometry grass = ground.buffer(-STREET_EDGE, 4, BufferParameters.CAP_FLAT);
        List<Polygon> pieces = new ArrayList<>();
        for (int i = 0; i < grass.getNumGeometries(); i++) {
            if (grass.getGeometryN(i) instanceof Polygon piece && piece.getArea() > 500) {
                pieces.add(piece);
            }
        }
        if (!pieces.isEmpty()) {
            boolean one = pieces.size() == 1;
            Geometry whole = one ? pieces.get(0) : Shapes.FACTORY.createMultiPolygon(pieces.toArray(Polygon[]::new));
            file.add(whole, "NAME", name, "KIND", kind);
        }
    }
}
