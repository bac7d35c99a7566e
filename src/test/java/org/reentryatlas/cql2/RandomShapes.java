package org.reentryatlas.cql2;

import java.util.Locale;
import java.util.Random;

/** Small shapes whose corners lie on a grid, so that they often touch. */
final class RandomShapes {
    private static final int GRID = 5;

    private final Random random;

    RandomShapes(Random random) {
        this.random = random;
    }

    String wkt() {
        return switch (random.nextInt(3)) {
            case 0 -> "POINT(" + random.nextInt(GRID) + " " + random.nextInt(GRID) + ")";
            case 1 -> "LINESTRING(" + coordinates(line(), " ") + ")";
            default -> "POLYGON((" + coordinates(triangle(), " ") + "))";
        };
    }

    Written literal() {
        int[] line = line();
        return switch (random.nextInt(4)) {
            case 0 -> literal("Point", new int[] {line[0], line[1]});
            case 1 -> literal("LineString", line);
            case 2 -> literal("Polygon", triangle());
            default -> box();
        };
    }

    private static Written literal(String type, int[] corners) {
        String wkt = type.toUpperCase(Locale.ROOT)
                + (type.equals("Polygon")
                        ? "((" + coordinates(corners, " ") + "))"
                        : "(" + coordinates(corners, " ") + ")");
        String json = "[" + coordinates(corners, ",").replace(", ", "],[") + "]";
        String nested = switch (type) {
            case "Point" -> json;
            case "LineString" -> "[" + json + "]";
            default -> "[[" + json + "]]";
        };
        return new Written(
                wkt, "{\"type\":\"" + type + "\",\"coordinates\":" + nested + "}", "'" + wkt + "'::geometry");
    }

    private Written box() {
        int x = random.nextInt(GRID - 1);
        int y = random.nextInt(GRID - 1);
        String corners = x + "," + y + "," + (x + 1 + random.nextInt(2)) + "," + (y + 1 + random.nextInt(2));
        return new Written("BBOX(" + corners + ")", "{\"bbox\":[" + corners + "]}", "ST_MakeEnvelope(" + corners + ")");
    }

    private int[] line() {
        int x = random.nextInt(GRID);
        int y = random.nextInt(GRID);
        return new int[] {x, y, (x + 1 + random.nextInt(GRID - 1)) % GRID, random.nextInt(GRID)};
    }

    /** Its two short sides are parallel to the axes. */
    private int[] triangle() {
        int x = random.nextInt(GRID - 1);
        int y = random.nextInt(GRID - 1);
        int size = 1 + random.nextInt(2);
        return new int[] {x, y, x + size, y, x, y + size, x, y};
    }

    private static String coordinates(int[] corners, String between) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < corners.length; i += 2) {
            text.append(i > 0 ? ", " : "").append(corners[i]).append(between).append(corners[i + 1]);
        }
        return text.toString();
    }
}
