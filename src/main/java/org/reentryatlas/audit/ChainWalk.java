package org.reentryatlas.audit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.audit.Fault.Kind;

/**
 * Follows the chain from its first entry to its last, and names each entry that somebody changed, took out, put in or moved past the database's
 * own function. Of a fault that goes on along the chain, such as that of all entries that moved up by one, its first entry is named and the others
 * are counted.
 */
final class ChainWalk {
    private static final int MOST_NAMED = 1_000;

    private final int chain;
    private final Head.@Nullable Link head;
    private final List<Fault> faults = new ArrayList<>();
    private @Nullable Recorded first;
    private @Nullable Recorded last;
    private @Nullable Anchor anchor;
    /** The last one does not fit its own hash: what follows it cannot say more about it. */
    private boolean isLastBroken;
    /** By how much the number of the last one is not its own. */
    private int shift;

    /** The first that is broken without having moved by one: it may have come from anywhere. */
    private @Nullable Recorded puzzling;

    private long read;
    private long bad;

    /** @param head what was signed of the chain and kept elsewhere, or null */
    ChainWalk(int chain, Head.@Nullable Link head) {
        this.chain = chain;
        this.head = head;
    }

    int chain() {
        return chain;
    }

    /** The next entry by number. */
    void take(Recorded entry) {
        read++;
        Recorded before = last;
        if (before == null) {
            first = entry;
        } else if (entry.seq() <= before.seq()) {
            fault(entry.seq(), Kind.INSERTED, "entry " + entry.seq() + " is there twice: one was inserted");
        } else if (entry.seq() > before.seq() + 1) {
            missing(before.seq() + 1, entry.seq() - 1);
        }
        if (entry.fits(entry.seq())) {
            if (before != null && entry.seq() == before.seq() + 1 && !isLastBroken && !entry.follows(before.hash())) {
                // The entry is whole, and with it what it says of the one before.
                fault(
                        before.seq(),
                        Kind.CHANGED,
                        "entry " + before.seq() + " was changed and its hash made anew: entry " + entry.seq()
                                + " follows another one");
            }
            isLastBroken = false;
            shift = 0;
            Anchor.of(entry).ifPresent(found -> anchor = found);
        } else {
            broken(entry, before);
        }
        if (head != null && entry.seq() == head.seq() && !entry.hash().equals(head.hash())) {
            unlikeHead(entry);
        }
        last = entry;
    }

    private void unlikeHead(Recorded entry) {
        if (faults.isEmpty()) {
            fault(
                    entry.seq(),
                    Kind.CUT_OFF,
                    "entry " + entry.seq()
                            + " has another hash than the signed head: it or what is before it was made anew");
        }
    }

    private void broken(Recorded entry, @Nullable Recorded before) {
        int moved = entry.fits(entry.seq() + 1) ? 1 : entry.fits(entry.seq() - 1) ? -1 : 0;
        if (moved == 0) {
            fault(
                    entry.seq(),
                    Kind.CHANGED,
                    "entry " + entry.seq() + " was changed: its hash is not that of what it says");
            if (puzzling == null) {
                puzzling = entry;
            }
        } else if (moved == shift) {
            bad++;
        } else if (moved == 1) {
            fault(
                    entry.seq(),
                    Kind.REMOVED,
                    "entry " + entry.seq() + " was removed: the one after it stands in its place");
        } else if (shift == 1 && before != null) {
            replace(
                    before.seq(),
                    Kind.REORDERED,
                    "entries " + before.seq() + " and " + entry.seq() + " changed places");
        } else {
            inserted(entry.seq() - 1, before);
        }
        shift = moved;
        isLastBroken = true;
    }

    /** The entry has moved down by one: the one before it took its place. */
    private void inserted(long seq, @Nullable Recorded before) {
        if (before != null) {
            // What was said of it, or of the one before, because it does not follow.
            faults.removeIf(fault -> fault.kind() == Kind.CHANGED && fault.seq() >= seq - 1);
            if (puzzling != null && puzzling.seq() >= seq - 1) {
                puzzling = null;
            }
        }
        fault(seq, Kind.INSERTED, "entry " + seq + " was inserted: the one that had its number comes after it");
    }

    private void replace(long seq, Kind kind, String words) {
        faults.removeIf(fault -> fault.seq() == seq);
        fault(seq, kind, words);
    }

    private void missing(long from, long to) {
        fault(
                from,
                Kind.REMOVED,
                from == to ? "entry " + from + " is missing" : "entries " + from + " to " + to + " are missing");
    }

    private void fault(long seq, Kind kind, String words) {
        bad++;
        if (faults.size() < MOST_NAMED) {
            faults.add(new Fault(chain, seq, kind, words + (chain == 1 ? "" : " (chain " + chain + ")")));
        }
    }

    /** What came of it once all entries are taken; the first fault by number comes first. */
    Verified end() {
        checkStart();
        checkEnd();
        Recorded lost = puzzling;
        if (lost != null && last != null) {
            origin(lost, last.seq());
        }
        faults.sort((one, other) -> Long.compare(one.seq(), other.seq()));
        return new Verified(read, first == null ? 0 : first.seq(), faults, bad);
    }

    private void checkStart() {
        Anchor purged = anchor;
        Recorded begin = first;
        if (begin == null) {
            return;
        }
        long expected = purged == null ? 1 : purged.seq() + 1;
        if (begin.seq() > expected) {
            missing(expected, begin.seq() - 1);
        } else if (begin.seq() < expected) {
            fault(
                    begin.seq(),
                    Kind.INSERTED,
                    "entry " + begin.seq() + " was inserted: all up to " + (expected - 1) + " were purged");
        } else if (!begin.follows(purged == null ? Recorded.START : purged.hash()) && begin.fits(begin.seq())) {
            fault(
                    begin.seq(),
                    Kind.CHANGED,
                    "entry " + begin.seq() + " was changed: it does not follow what was before the log begins");
        }
        if (purged != null && !purged.isOldEnough()) {
            fault(
                    purged.saidBy(),
                    Kind.CHANGED,
                    "entry " + purged.saidBy() + " says that entries were purged whose five years were not over");
        }
    }

    private void checkEnd() {
        long end = last == null ? 0 : last.seq();
        if (head != null && head.seq() > end) {
            fault(
                    end + 1,
                    Kind.CUT_OFF,
                    end + 1 == head.seq()
                            ? "entry " + head.seq() + " is cut off: the signed head has it"
                            : "entries " + (end + 1) + " to " + head.seq() + " are cut off: the signed head has them");
        }
    }

    /** Whether the entry is whole under a number from elsewhere in the log. */
    private void origin(Recorded entry, long end) {
        for (long number = first == null ? 1 : first.seq(); number <= end; number++) {
            if (entry.fits(number)) {
                replace(
                        entry.seq(),
                        Kind.REORDERED,
                        "entry " + entry.seq() + " was moved: it was written as entry " + number);
                bad--;
                return;
            }
        }
    }
}
