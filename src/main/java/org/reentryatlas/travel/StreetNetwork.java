package org.reentryatlas.travel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.reentryatlas.geo.LonLat;

/**
 * A network of streets: nodes where ways meet or end, on WGS 84, and the stretches between them. Immutable and safe for many
 * threads.
 *
 * @param nodes numbered from 0
 */
public record StreetNetwork(List<LonLat> nodes, List<Stretch> stretches) {
    public StreetNetwork {
        nodes = List.copyOf(nodes);
        stretches = List.copyOf(stretches);
        for (Stretch stretch : stretches) {
            if (Math.min(stretch.from(), stretch.to()) < 0 || Math.max(stretch.from(), stretch.to()) >= nodes.size()) {
                throw new IllegalArgumentException("a stretch from node %d to node %d of %d"
                        .formatted(stretch.from(), stretch.to(), nodes.size()));
            }
        }
    }

    /** Takes centre lines in. */
    public static final class Builder {
        /** Of a degree: about a decimetre, in which files that are about one crossing agree. */
        private static final double GRID = 1e6;

        /** Metres after which there is a node though nothing meets: whoever lives along a country road lives near none otherwise. */
        private static final double LONGEST = 150;

        private final List<Line> lines = new ArrayList<>();
        private final Map<Long, Integer> visits = new HashMap<>();

        private record Line(List<LonLat> course, Road road, Stretch.Direction direction, int kmh) {}

        /**
         * A centre line. Lines meet where they have a corner in common, also in the middle of one: files of some cities hold
         * whole streets. Where they only cross, as at a bridge, they do not.
         *
         * @param kmh the posted speed; 0 where nobody says
         */
        public void add(List<LonLat> course, Road road, Stretch.Direction direction, int kmh) {
            lines.add(new Line(course, road, direction, kmh));
            for (int corner = 0; corner < course.size(); corner++) {
                boolean isEnd = corner == 0 || corner == course.size() - 1;
                // An end counts twice, so that it is a node though nothing else touches it.
                visits.merge(place(course.get(corner)), isEnd ? 2 : 1, Integer::sum);
            }
        }

        /** All of it. What has no length is left out. */
        public StreetNetwork build() {
            Map<Long, Integer> numbers = new LinkedHashMap<>();
            List<LonLat> nodes = new ArrayList<>();
            List<Stretch> stretches = new ArrayList<>();
            for (Line line : lines) {
                add(line, numbers, nodes, stretches);
            }
            return new StreetNetwork(nodes, stretches);
        }

        private void add(Line line, Map<Long, Integer> numbers, List<LonLat> nodes, List<Stretch> stretches) {
            List<LonLat> course = withSteps(line.course);
            int first = 0;
            double metres = 0;
            for (int corner = 0; corner < course.size(); corner++) {
                LonLat here = course.get(corner);
                metres += corner == 0 ? 0 : course.get(corner - 1).metresTo(here);
                double next = corner + 1 < course.size() ? here.metresTo(course.get(corner + 1)) : 0;
                if (visits.getOrDefault(place(here), 0) < 2 && metres + next <= LONGEST) {
                    continue;
                }
                if (metres > 0) {
                    stretches.add(new Stretch(
                            node(course.get(first), numbers, nodes),
                            node(here, numbers, nodes),
                            (int) Math.max(1, Math.round(metres * 10)),
                            line.road,
                            line.direction,
                            line.kmh));
                }
                first = corner;
                metres = 0;
            }
        }

        private static int node(LonLat corner, Map<Long, Integer> numbers, List<LonLat> nodes) {
            return numbers.computeIfAbsent(place(corner), key -> {
                nodes.add(corner.rounded());
                return nodes.size() - 1;
            });
        }

        /** The course with further corners where two are far from each other. */
        private static List<LonLat> withSteps(List<LonLat> course) {
            List<LonLat> steps = new ArrayList<>();
            for (int corner = 0; corner < course.size(); corner++) {
                LonLat here = course.get(corner);
                if (corner > 0) {
                    LonLat before = course.get(corner - 1);
                    int pieces = (int) Math.ceil(before.metresTo(here) / LONGEST);
                    for (int piece = 1; piece < pieces; piece++) {
                        double part = (double) piece / pieces;
                        steps.add(new LonLat(
                                before.longitude() + part * (here.longitude() - before.longitude()),
                                before.latitude() + part * (here.latitude() - before.latitude())));
                    }
                }
                steps.add(here);
            }
            return steps;
        }

        private static long place(LonLat corner) {
            return Math.round(corner.longitude() * GRID) * 1_000_000_000L + Math.round(corner.latitude() * GRID);
        }
    }
}
