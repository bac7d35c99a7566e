package org.reentryatlas.release;

import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.reentryatlas.db.Sql;
import org.reentryatlas.protect.Policy;

/** Reads a release back from schema {@code published}, which is what everybody else reads too. */
final class DocumentStore {
    private final Handle handle;

    DocumentStore(Handle handle) {
        this.handle = handle;
    }

    ReleaseDocument read(String releaseId, Policy policy) {
        return handle.createQuery(Sql.of(DocumentStore.class, "find-document"))
                .bind("releaseId", releaseId)
                .map((rs, context) -> {
                    String belowGate = rs.getString("below_gate");
                    return new ReleaseDocument(
                            rs.getString("id"),
                            rs.getObject("reference_date", LocalDate.class),
                            jointWith(releaseId),
                            policy,
                            belowGate.isEmpty() ? null : belowGate,
                            rs.getObject("new_since", LocalDate.class),
                            sources(releaseId),
                            measures(releaseId),
                            notMapped(releaseId),
                            areas(releaseId),
                            cells(releaseId));
                })
                .one();
    }

    List<String> jointWith(String releaseId) {
        return new JointStore(handle).listJointWith(releaseId);
    }

    List<ReleaseDocument.Source> sources(String releaseId) {
        return list(
                "list-document-sets",
                releaseId,
                (rs, context) -> new ReleaseDocument.Source(
                        rs.getString("id"),
                        rs.getString("base_level"),
                        rs.getString("source"),
                        rs.getString("fingerprint"),
                        rs.getObject("valid_from", LocalDate.class),
                        rs.getObject("valid_to", LocalDate.class)));
    }

    private List<ReleaseDocument.Measure> measures(String releaseId) {
        return list(
                "list-document-measures",
                releaseId,
                (rs, context) -> new ReleaseDocument.Measure(
                        rs.getString("code"),
                        rs.getString("title"),
                        rs.getString("description"),
                        rs.getObject("band_width", Integer.class)));
    }

    List<ReleaseDocument.NotMapped> notMapped(String releaseId) {
        return list(
                "list-not-mapped",
                releaseId,
                (rs, context) -> new ReleaseDocument.NotMapped(
                        rs.getString("outcome"), rs.getString("status"), rs.getObject("value", Integer.class)));
    }

    List<ReleaseDocument.Area> areas(String releaseId) {
        return list(
                "list-document-areas",
                releaseId,
                (rs, context) -> new ReleaseDocument.Area(
                        rs.getString("level"),
                        rs.getString("key"),
                        rs.getString("name"),
                        rs.getString("parent_level"),
                        rs.getString("parent_key"),
                        rs.getObject("residents", Integer.class),
                        rs.getString("area_set"),
                        rs.getBoolean("low_hit_rate")));
    }

    List<ReleaseDocument.Cell> cells(String releaseId) {
        return list(
                "list-document-cells",
                releaseId,
                (rs, context) -> new ReleaseDocument.Cell(
                        rs.getString("measure"),
                        rs.getString("level"),
                        rs.getString("key"),
                        rs.getString("status"),
                        rs.getObject("value", Integer.class),
                        rs.getObject("earlier", Integer.class)));
    }

    private <T> List<T> list(String statement, String releaseId, RowMapper<T> mapper) {
        return handle.createQuery(Sql.of(DocumentStore.class, statement))
                .bind("releaseId", releaseId)
                .map(mapper)
                .list();
    }
}
