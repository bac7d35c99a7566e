package org.reentryatlas.roster;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** The most tours that each area could have if no other had any. */
final class Alone {
    /** By area, at most what it needs. */
    final int[] tours;
    /** By area: whether there cannot be more; false only where nobody waited, or the effort was spent. */
    final boolean[] isExact;

    private Alone(int[] tours, boolean[] isExact) {
        this.tours = tours;
        this.isExact = isExact;
    }

    /** Areas that the same officers serve, with the same slots blocked and the same need, have the same. */
    private record Alike(int supervision, int police, int needed, List<Boolean> blocked) {}

    private record Most(int tours, boolean isExact) {}

    static Alone of(Grid grid, Effort effort, BooleanSupplier isOver) {
        int[] tours = new int[grid.areas.size()];
        boolean[] isExact = new boolean[tours.length];
        Map<Alike, Most> known = new HashMap<>();
        for (int a = 0; a < tours.length; a++) {
            List<Boolean> blocked =
                    Arrays.stream(grid.blocked[a]).map(cause -> cause != null).toList();
            Alike alike =
                    new Alike(grid.crews.get(0).classOf[a], grid.crews.get(1).classOf[a], grid.needed(a), blocked);
            Most most = known.get(alike);
            if (most == null) {
                most = most(grid, a, effort, isOver);
                known.put(alike, most);
            }
            tours[a] = most.tours();
            isExact[a] = most.isExact();
        }
        return new Alone(tours, isExact);
    }

    private static Most most(Grid grid, int area, Effort effort, BooleanSupplier isOver) {
        Draft draft = new Draft(grid);
        draft.fill(area);
        int found = draft.planned(area);
        if (found == grid.needed(area) || isOver.getAsBoolean()) {
            return new Most(found, found == grid.needed(area));
        }
        boolean[] all = grid.slotsOf(grid.allWeeks());
        try (TourProgramme programme =
                new TourProgramme(new Draft(grid), all, new int[] {area}, true, effort, isOver)) {
            programme.aimAtTours(0);
            programme.hint(draft);
            Programme.End end = programme.solve();
            if (end.isSolved()) {
                found = Math.max(found, programme.read().planned(area));
            }
            return new Most(found, end == Programme.End.OPTIMAL);
        }
    }
}
