package org.reentryatlas.audit;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Follows all chains, one after the other. */
final class LogWalk {
    private final @Nullable Head head;
    private final Set<Integer> walked = new HashSet<>();
    private @Nullable ChainWalk walk;
    private Verified found = Verified.NOTHING;

    /** @param head what was signed and kept elsewhere, or null */
    LogWalk(@Nullable Head head) {
        this.head = head;
    }

    /** The next entry by chain and number. */
    void take(Recorded entry) {
        ChainWalk now = walk;
        if (now == null || now.chain() != entry.chain()) {
            finish();
            now = begin(entry.chain());
        }
        now.take(entry);
    }

    private ChainWalk begin(int chain) {
        walked.add(chain);
        ChainWalk next =
                new ChainWalk(chain, head == null ? null : head.link(chain).orElse(null));
        walk = next;
        return next;
    }

    private void finish() {
        if (walk != null) {
            found = found.and(walk.end());
            walk = null;
        }
    }

    /** What came of it once all entries are taken. */
    Verified end() {
        finish();
        if (head != null) {
            // A chain that is gone as a whole.
            head.links().stream().filter(link -> !walked.contains(link.chain())).forEach(link -> {
                begin(link.chain());
                finish();
            });
        }
        return found;
    }
}
