package org.reentryatlas.protect;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.reentryatlas.protect.PublicKnowledge.Line;

/**
 * Goes through every world of whole people of a tiny table, without a solver: halves what an atom may hold, again and again,
 * and turns back only where a line cannot be kept any more. So "there is none" is a proof.
 */
final class AllWorlds {
    /** No atom of a tiny table needs to hold more for anything that is asked of it. */
    private static final int MOST = 200;

    private static final int PATIENCE = 2_000_000;

    /** So many lines that follow from others are enough. */
    private static final int ENOUGH = 120;

    private final int atoms;
    private final Map<List<Integer>, Line> lines = new LinkedHashMap<>();
    private int steps;

    AllWorlds(int atoms, List<Line> lines) {
        this.atoms = atoms;
        lines.forEach(line -> add(line, this.lines));
    }

    /**
     * Adds a line, and what follows from it and another: nothing new, but it lets the search turn back earlier. Lines about the same
     * sum become one.
     */
    private static void add(Line line, Map<List<Integer>, Line> to) {
        List<Line> before = List.copyOf(to.values());
        merge(line, to);
        for (Line other : before) {
            if (to.size() < ENOUGH) {
                line.less(other).ifPresent(difference -> merge(difference, to));
                line.less(other.turned()).ifPresent(sum -> merge(sum, to));
            }
        }
    }

    private static void merge(Line line, Map<List<Integer>, Line> to) {
        Line turned = line.size() > 0 && line.sign(0) < 0 ? line.turned() : line;
        to.merge(turned.terms(), turned, Line::and);
    }

    /** Whether the sum can lie there in any world. */
    boolean allow(Sum sum, int low, int high) {
        Map<List<Integer>, Line> asked = new LinkedHashMap<>(lines);
        add(Line.of(sum, low, high), asked);
        int[] least = new int[atoms];
        int[] most = new int[atoms];
        Arrays.fill(most, MOST);
        steps = 0;
        return isPossible(List.copyOf(asked.values()), least, most);
    }

    /** The most that the sum can be. */
    int highest(Sum sum) {
        int possible = -MOST * sum.size();
        int impossible = MOST * sum.size() + 1;
        while (impossible - possible > 1) {
            int middle = Math.floorDiv(possible + impossible, 2);
            if (allow(sum, middle, PublicKnowledge.MANY)) {
                possible = middle;
            } else {
                impossible = middle;
            }
        }
        return possible;
    }

    private boolean isPossible(List<Line> all, int[] least, int[] most) {
        if (++steps > PATIENCE) {
            throw new NotTiny();
        }
        if (!narrow(all, least, most)) {
            return false;
        }
        int open = widest(least, most);
        if (least[open] == most[open]) {
            return true;
        }
        int middle = (least[open] + most[open]) / 2;
        int[] lowerMost = most.clone();
        lowerMost[open] = middle;
        int[] upperLeast = least.clone();
        upperLeast[open] = middle + 1;
        return isPossible(all, least.clone(), lowerMost) || isPossible(all, upperLeast, most);
    }

    private static int widest(int[] least, int[] most) {
        int widest = 0;
        for (int atom = 1; atom < least.length; atom++) {
            if (most[atom] - least[atom] > most[widest] - least[widest]) {
                widest = atom;
            }
        }
        return widest;
    }

    /** Takes off what no line leaves possible; false if nothing is left. */
    private static boolean narrow(List<Line> all, int[] least, int[] most) {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Line line : all) {
                int low = 0;
                int high = 0;
                for (int term = 0; term < line.size(); term++) {
                    int atom = line.atom(term);
                    low += line.sign(term) > 0 ? least[atom] : -most[atom];
                    high += line.sign(term) > 0 ? most[atom] : -least[atom];
                }
                if (low > line.high() || high < line.low()) {
                    return false;
                }
                for (int term = 0; term < line.size(); term++) {
                    int atom = line.atom(term);
                    changed |= narrow(atom, line.sign(term), line.high() - low, high - line.low(), least, most);
                    if (least[atom] > most[atom]) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /** How far an atom may go above the end of its range that makes the line's sum least, and below the other. */
    private static boolean narrow(int atom, int sign, int up, int down, int[] least, int[] most) {
        int newMost = Math.min(most[atom], least[atom] + (sign > 0 ? up : down));
        int newLeast = Math.max(least[atom], most[atom] - (sign > 0 ? down : up));
        boolean changed = newMost < most[atom] || newLeast > least[atom];
        most[atom] = newMost;
        least[atom] = newLeast;
        return changed;
    }

    /** A table with more worlds than there is patience for: one in some ten thousand. */
    static final class NotTiny extends AssertionError {
        private static final long serialVersionUID = 1L;

        private NotTiny() {
            super("the table is not tiny");
        }
    }
}
