package org.reentryatlas.upkeep;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** On which days residents asked for something to be cleaned up on a block. */
public final class BlockHistory {
    private final long segmentId;
    private final String streetClass;
    private final long[] days;

    /**
     * A block.
     *
     * @param segmentId the segment of its street
     * @param streetClass of its street, such as {@code local}
     * @param requests the day of each new request, in any order
     */
    public BlockHistory(long segmentId, String streetClass, List<LocalDate> requests) {
        this.segmentId = segmentId;
        this.streetClass = streetClass;
        this.days = requests.stream().mapToLong(LocalDate::toEpochDay).sorted().toArray();
    }

    public long segmentId() {
        return segmentId;
    }

    public String streetClass() {
        return streetClass;
    }

    /** How many requests there were from a day to another, both included. */
    public int count(LocalDate first, LocalDate last) {
        return before(last.plusDays(1)) - before(first);
    }

    private int before(LocalDate day) {
        long end = day.toEpochDay();
        if (days.length == 0 || days[days.length - 1] < end) {
            return days.length;
        }
        int at = Arrays.binarySearch(days, end);
        int first = at < 0 ? -at - 1 : at;
        while (first > 0 && days[first - 1] == end) {
            first--;
        }
        return first;
    }
}
