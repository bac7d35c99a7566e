package org.reentryatlas.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Whether every release has its entry. Those made before there was a ledger have none, which is said. */
final class CoverageCheck implements Check {
    @Override
    public String name() {
        return "releases";
    }

    @Override
    public String run(Handle handle, Scope scope) {
        LedgerStore store = new LedgerStore(handle);
        Set<String> entered = store.list().stream().map(LedgerLink::releaseId).collect(Collectors.toSet());
        int covered = 0;
        List<String> before = new ArrayList<>();
        for (Map.Entry<String, Boolean> release : store.listReleases().entrySet()) {
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
