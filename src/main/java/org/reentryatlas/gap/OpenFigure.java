package org.reentryatlas.gap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.attack.PublishedCounts.Area;
import org.reentryatlas.gap.Figure.Span;
import org.reentryatlas.geo.LonLat;
import org.reentryatlas.travel.Mode;

/**
 * What people of an area have of a category of services at a time of the week, on the ways of one mode.
 *
 * @param open how many sites are open then, of all that count
 * @param unknown how many are left out since nobody knows it of them
 * @param nearest median seconds from the homes of the area to the nearest open site; none where half of them have none within the
 *     limit
 * @param within30 per cent of the demand with an open site within 30 minutes; null without demand
 */
record OpenFigure(
        Mode mode,
        String category,
        Area area,
        Moment at,
        int open,
        int unknown,
        OptionalInt nearest,
        @Nullable Span within30) {

    /** Of every area of a scene. */
    static List<OpenFigure> of(Scene scene, DemandRule rule, Mode mode, Opening opening, Map<LonLat, int[]> seconds) {
        Nearest nearest = Nearest.of(scene, opening.open(), seconds);
        List<OpenFigure> figures = new ArrayList<>();
        for (Area area : scene.areas()) {
            List<Integer> origins = scene.origins(area);
            if (!origins.isEmpty()) {
                figures.add(new OpenFigure(
                        mode,
                        rule.category(),
                        area,
                        opening.at(),
                        opening.open().size(),
                        opening.unknown(),
                        nearest.median(origins),
                        nearest.percentWithin(rule, area, WhatIf.FAR)));
            }
        }
        return figures;
    }
}
