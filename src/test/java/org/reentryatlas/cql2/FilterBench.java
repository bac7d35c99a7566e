package org.reentryatlas.cql2;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.reentryatlas.geo.Shape;

/** How long filters take over 200,000 rows: {@code java -cp … org.reentryatlas.cql2.FilterBench}. */
public final class FilterBench {
    private static final int ROWS = 200_000;
    private static final int RUNS = 7;

    private FilterBench() {}

    public static void main(String[] arguments) {
        List<Row> points = rows(false);
        List<Row> areas = rows(true);
        for (String filter : List.of(
                "beds >= 3 AND name <> 'b'",
                "beds * 2 + 1 > rate ^ 2",
                "name LIKE '%b%' OR note NOT LIKE 'a\\_%'",
                "ACCENTI(CASEI(name)) = ACCENTI(CASEI('AB'))",
                "beds IN (1, 3, 5) AND open = TRUE",
                "T_DURING(INTERVAL(since, until), INTERVAL('2023-01-01', '2024-01-04'))",
                "A_CONTAINS(tags, ('food', 'work'))",
                "S_INTERSECTS(place, BBOX(-77.05, 38.88, -77, 38.92))",
                "S_INTERSECTS(place, " + circle() + ")",
                "S_WITHIN(place, " + circle() + ")",
                "S_TOUCHES(place, " + circle() + ")")) {
            System.out.printf(
                    Locale.ROOT,
                    "%5d ms points, %5d ms areas: %.70s%n",
                    best(filter, points),
                    best(filter, areas),
                    filter);
        }
    }

    private static long best(String text, List<Row> rows) {
        Filter filter = Sample.parseText(text);
        long best = Long.MAX_VALUE;
        for (int run = 0; run < RUNS; run++) {
            long start = System.nanoTime();
            long kept = rows.stream().filter(filter::keeps).count();
            best = kept < 0 ? best : Math.min(best, System.nanoTime() - start);
        }
        return best / 1_000_000;
    }

    private static List<Row> rows(boolean areAreas) {
        Random random = new Random(1);
        RandomRows values = new RandomRows(random);
        List<Row> rows = new ArrayList<>(ROWS);
        for (int i = 0; i < ROWS; i++) {
            double x = -77.12 + random.nextDouble() / 5;
            double y = 38.8 + random.nextDouble() / 5;
            Map<String, Object> row = values.values();
            row.put("place", areAreas ? hexagon(x, y) : Sample.shape("POINT(" + x + " " + y + ")"));
            rows.add(Sample.row(row));
        }
        return rows;
    }

    private static Shape hexagon(double x, double y) {
        return Sample.shape(polygon(x, y, 0.003, 6));
    }

    /** Of about ten kilometres across. */
    private static String circle() {
        return polygon(-77.02, 38.9, 0.05, 200);
    }

    private static String polygon(double x, double y, double radius, int corners) {
        StringBuilder text = new StringBuilder("POLYGON((");
        for (int i = 0; i <= corners; i++) {
            double angle = 2 * Math.PI * (i % corners) / corners;
            text.append(String.format(
                    Locale.ROOT,
                    "%s%.6f %.6f",
                    i > 0 ? "," : "",
                    x + radius * Math.cos(angle),
                    y + radius * Math.sin(angle)));
        }
        return text.append("))").toString();
    }
}
