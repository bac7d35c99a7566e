package org.reentryatlas.intake;

import org.jdbi.v3.core.Handle;
import org.reentryatlas.audit.Action;
import org.reentryatlas.audit.Audit;

/** That a file was loaded, in the audit log: of what kind and of which source, and no number of it. */
final class LoadEntry {
    private LoadEntry() {}

    /** Adds it at the end of the transaction of a load, and hands on what that answers. */
    static LoadReport of(Handle handle, String kind, String source, LoadReport report) {
        Audit.on(handle).done(Action.DATA_LOADED, kind + " " + source);
        return report;
    }
}
