package org.reentryatlas.audit;

import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Writes into the audit log, in the transaction of a handle and as the last thing that it does: until that ends nobody else can write an
 * entry. If an entry cannot be written, this fails and with it the transaction, so that nothing is done that is not recorded.
 */
public final class Audit {
    private final EntryStore store;

    private Audit(Handle handle) {
        this.store = new EntryStore(handle);
    }

    /** In the transaction of the handle, which its maker ends. */
    public static Audit on(Handle handle) {
        return new Audit(handle);
    }

    public void append(Entry entry) {
        store.append(entry.by(), entry.action(), List.of(entry.objectId()), entry.outcome());
    }

    /** That the same was done to each of these. */
    public void done(By by, Action action, List<String> objectIds) {
        List<String> lines = objectIds.stream()
                .map(id -> Entry.done(by, action, id).objectId())
                .toList();
        store.append(by, action, lines, "done");
    }

    /** What was done. */
    public void done(By by, Action action, String objectId) {
        append(Entry.done(by, action, objectId));
    }

    /** What somebody did on the command line. */
    public void done(Action action, String objectId) {
        done(By.commandLine(), action, objectId);
    }

    /** Removes what is older; at least five years stay. Answers how many entries are gone. */
    public long purge(int years) {
        return store.purge(years, By.commandLine().actor());
    }
}
