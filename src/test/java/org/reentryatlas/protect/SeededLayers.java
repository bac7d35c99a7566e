package org.reentryatlas.protect;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** The layers of a {@link SeededCity}: for each of them the area in which each block lies. */
final class SeededLayers {
    private final SeededCity.Size size;
    private final Map<String, int[]> zones = new TreeMap<>();

    /** Draws the layers of a city. */
    SeededLayers(SeededCity.Size size, Random random) {
        this.size = size;
        int across = size.blocksAcross();
        int[][] wobble = new int[2][across * across];
        for (int i = 0; i < across * across; i++) {
            // The lines of the tracts are those of the beats, but for a block to one side here and there.
            wobble[0][i] = random.nextInt(3) - 1;
            wobble[1][i] = random.nextInt(3) - 1;
        }
        int moved = random.nextInt(size.beatsAcross() - 1) + 1;
        for (String layer : List.of(
                "city",
                "district",
                "beat",
                "tract",
                "hexagon",
                "large hexagon",
                SeededCity.REBINNED,
                SeededCity.MOVED)) {
            zones.put(layer, new int[across * across]);
        }
        for (int y = 0; y < across; y++) {
            for (int x = 0; x < across; x++) {
                int block = y * across + x;
                int beat = beat(x, y);
                set("beat", block, beat);
                set("district", block, beat(x, y) / size.beatsAcross() / 2);
                set("tract", block, beat(x + wobble[0][y / 3 * across + x / 4], y + wobble[1][x / 3 * across + y / 4]));
                set(SeededCity.MOVED, block, x == moved * size.blocksAcrossBeat() ? beat(x - 1, y) : beat);
                int[] hexagon = hexagonAt(x, y);
                set("hexagon", block, number(hexagon));
                set("large hexagon", block, number(parent(hexagon[0], hexagon[1])));
                set(SeededCity.REBINNED, block, number(hexagonAt(x + 0.5, y + 0.5)));
            }
        }
    }

    private void set(String layer, int block, int zone) {
        zonesOf(layer)[block] = zone;
    }

    /** The area of a layer in which a block lies. */
    int of(String layer, int block) {
        return zonesOf(layer)[block];
    }

    private int[] zonesOf(String layer) {
        return zones.getOrDefault(layer, new int[0]);
    }

    private int beat(int x, int y) {
        int last = size.blocksAcross() - 1;
        int column = Math.max(0, Math.min(last, x)) / size.blocksAcrossBeat();
        int row = Math.max(0, Math.min(last, y)) / size.blocksAcrossBeat();
        return row * size.beatsAcross() + column;
    }

    private int[] hexagonAt(double x, double y) {
        double radius = size.hexagon() * 0.95;
        return round((Math.sqrt(3) / 3 * x - y / 3) / radius, 2.0 / 3 * y / radius);
    }

    /** The hexagon seven times as large, as H3 numbers them: by the place in the grid of small ones. */
    private static int[] parent(int q, int r) {
        return round((3 * q + r) / 7.0, (2 * r - q) / 7.0);
    }

    /** The hexagon that a place in skewed coordinates lies in. */
    private static int[] round(double q, double r) {
        double s = -q - r;
        double roundQ = Math.rint(q);
        double roundR = Math.rint(r);
        double roundS = Math.rint(s);
        double offQ = Math.abs(roundQ - q);
        double offR = Math.abs(roundR - r);
        double offS = Math.abs(roundS - s);
        if (offQ > offR && offQ > offS) {
            roundQ = -roundR - roundS;
        } else if (offR > offS) {
            roundR = -roundQ - roundS;
        }
        return new int[] {(int) roundQ, (int) roundR};
    }

    private static int number(int[] hexagon) {
        return (hexagon[0] + 500) * 1_000 + hexagon[1] + 500;
    }
}
