package org.reentryatlas.release;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Whether every release has its entry, and every entry its release. Releases that were made before there was a ledger have
 * none, which is said.
 */
final class CoverageCheck implements Check {
    @Override
    public String name() {
        return "releases";
    }

    @Override
    public String run(Handle handle, Scope scope) {
        LedgerStore store = new LedgerStore(handle);
        Map<String, Boolean> releases = store.listReleases();
        Set<String> entered = new HashSet<>();
        for (LedgerLink link : store.list()) {
            if (!releases.containsKey(link.releaseId())) {
                throw new CheckFailedException(
                        "seq " + link.seq() + " names release " + link.releaseId() + ", which is gone");
            }
            entered.add(link.releaseId());
        }
        int covered = 0;
        List<String> before = new ArrayList<>();
        for (Map.Entry<String, Boolean> release : releases.entrySet()) {
            String id = release.getKey();
            if (!scope.covers(id)) {
                continue;
            }
            if (entered.contains(id)) {
                covered++;
            } else if (release.getValue()) {
                throw new CheckFailedException("release " + id + " has no entry in the ledger");
            } else if (!store.listArtefacts(id).isEmpty()) {
                throw new CheckFailedException("release " + id + " has artefacts and no entry in the ledger");
            } else {
                before.add(id);
            }
        }
        String words = Words.count(covered, "release has its entry", "releases have their entries");
        return before.isEmpty()
                ? words
                : words + "; made before there was a ledger, without artefacts or an entry: "
                        + String.join(", ", before);
    }
}
