package org.reentryatlas.gap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.reentryatlas.access.Range;
import org.reentryatlas.access.RankRange;

/** Which gap of a level is the largest, the second, and so on: only where it holds whatever the true numbers are. */
final class Ranking {
    private Ranking() {}

    /** The figures with their ranks among those of their level. */
    static List<Figure> of(List<Figure> figures) {
        Map<String, List<Figure>> levels = new LinkedHashMap<>();
        figures.forEach(figure -> levels.computeIfAbsent(figure.area().level(), key -> new ArrayList<>())
                .add(figure));
        List<Figure> ranked = new ArrayList<>();
        for (List<Figure> level : levels.values()) {
            List<RankRange> ranks = RankRange.of(level.stream()
                    .map(Figure::gap)
                    .map(gap -> new Range(gap.low().doubleValue(), gap.high().doubleValue()))
                    .toList());
            for (int i = 0; i < level.size(); i++) {
                RankRange rank = ranks.get(i);
                ranked.add(level.get(i).withRank(rank.isSure() ? OptionalInt.of(rank.best()) : OptionalInt.empty()));
            }
        }
        return ranked;
    }
}
