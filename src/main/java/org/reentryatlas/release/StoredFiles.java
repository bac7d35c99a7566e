package org.reentryatlas.release;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.reentryatlas.attack.FileSource;

/** The files that releases are audited by, as the database keeps them, and beside them those that they were protected together with. */
final class StoredFiles {
    private final LedgerStore ledger;
    private final JointStore joint;

    StoredFiles(Handle handle) {
        this.ledger = new LedgerStore(handle);
        this.joint = new JointStore(handle);
    }

    /** The files of a release that is public. */
    FileSource of(String releaseId) {
        return new FileSource.Texts(texts(releaseId), siblings(joint.listJointWith(releaseId)));
    }

    /** Files that are not public yet, beside those of other releases. */
    FileSource of(List<Artefact> artefacts, List<String> jointWith) {
        return new FileSource.Texts(
                artefacts.stream().collect(Collectors.toMap(Artefact::name, Artefact::text)), siblings(jointWith));
    }

    private Map<String, Map<String, String>> siblings(List<String> releaseIds) {
        return releaseIds.stream().collect(Collectors.toMap(id -> id, this::texts));
    }

    private Map<String, String> texts(String releaseId) {
        Map<String, String> texts = new TreeMap<>();
        for (String name : Artefacts.AUDITED) {
            ledger.read(releaseId, name).ifPresent(stored -> texts.put(name, stored.text()));
        }
        return texts;
    }
}
