package org.reentryatlas.release;

import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.reentryatlas.boundary.AreaSet;
import org.reentryatlas.boundary.AreaSetStore;
import org.reentryatlas.db.Sql;

/** What is public of a date, in the transaction of the handle it is given. */
final class JointStore {
    private final Handle handle;

    JointStore(Handle handle) {
        this.handle = handle;
    }

    /** The releases of the date, in the order in which they were published. */
    List<String> listReleases(LocalDate asOf) {
        return handle.createQuery(Sql.of(JointStore.class, "list-releases-of-date"))
                .bind("asOf", asOf)
                .mapTo(String.class)
                .list();
    }

    /** The releases of the same date that a release was protected together with, in their order. */
    List<String> listJointWith(String releaseId) {
        return handle.createQuery(Sql.of(JointStore.class, "list-joint-with"))
                .bind("releaseId", releaseId)
                .mapTo(String.class)
                .list();
    }

    /** The sets that a release has numbers for. */
    List<AreaSet> listSets(String releaseId) {
        AreaSetStore sets = new AreaSetStore(handle);
        return handle
                .createQuery(Sql.of(JointStore.class, "list-sets-of-release"))
                .bind("releaseId", releaseId)
                .mapTo(Long.class)
                .list()
                .stream()
                .map(id -> sets.find(id).orElseThrow())
                .toList();
    }

    /** SHA-256 of the file that a release was made from. */
    String fingerprint(String releaseId) {
        return handle.createQuery(Sql.of(JointStore.class, "find-caseload-of-release"))
                .bind("releaseId", releaseId)
                .mapTo(String.class)
                .one();
    }

    /** Whether some ground lies in base areas of both sets. */
    boolean shareGround(AreaSet one, AreaSet other) {
        return handle.createQuery(Sql.of(JointStore.class, "shares-ground"))
                .bind("setId", one.id())
                .bind("otherId", other.id())
                .mapTo(Boolean.class)
                .one();
    }
}
