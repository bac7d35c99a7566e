package org.reentryatlas.release;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.reentryatlas.attack.FileSource;
import org.reentryatlas.attack.ReleaseFiles;
import org.reentryatlas.attack.UnreadableReleaseException;
import org.reentryatlas.boundary.AreaSet;
import org.reentryatlas.protect.Policy;

/**
 * How a release relates to those of its date that are public.
 *
 * @param same the one that has numbers for the very same layers; only the same numbers may be published again
 * @param jointWith those of other layers that were public before; they are protected together with it
 * @param layers of these, in the same order
 * @param nextId the name of the release, should it be a new one
 */
record SameDate(LocalDate asOf, Optional<String> same, List<String> jointWith, List<Layers> layers, String nextId) {
    SameDate {
        jointWith = List.copyOf(jointWith);
        layers = List.copyOf(layers);
    }

    static SameDate of(LocalDate asOf, Layers own, Handle handle) {
        JointStore store = new JointStore(handle);
        List<String> releases = store.listReleases(asOf);
        Optional<String> same = releases.stream()
                .filter(id -> ids(store.listSets(id)).equals(new HashSet<>(own.ownIds())))
                .findFirst();
        List<String> jointWith =
                releases.stream().takeWhile(id -> !same.equals(Optional.of(id))).toList();
        List<Layers> layers = new ArrayList<>();
        for (String id : jointWith) {
            requireFiles(id, handle);
            layers.add(Layers.of(store.listSets(id)).beside(layers));
        }
        String nextId = Stream.iterate(1, number -> number + 1)
                .map(number -> asOf + "." + number)
                .filter(id -> !releases.contains(id))
                .findFirst()
                .orElseThrow();
        return new SameDate(asOf, same, jointWith, layers, nextId);
    }

    private static Set<Long> ids(List<AreaSet> sets) {
        return new HashSet<>(sets.stream().map(AreaSet::id).toList());
    }

    /** What was published without files cannot be attacked together with anything. */
    private static void requireFiles(String releaseId, Handle handle) {
        if (new LedgerStore(handle).listArtefacts(releaseId).isEmpty()) {
            throw new ReleaseRefusedException(
                    "release " + releaseId
                            + " is public with other boundaries and was made by a version of this program that kept no files, so that"
                            + " nothing can be protected together with it. Nothing was published: publish another reference date");
        }
    }

    boolean isJoint() {
        return !jointWith.isEmpty();
    }

    /**
     * Makes sure that the earlier releases speak of the same people by the same rules.
     *
     * @throws ReleaseRefusedException if they do not: what differs could be worked out by comparing
     */
    void require(long caseloadId, Policy policy, Handle handle) {
        String fingerprint = new LedgerStore(handle).fingerprint(caseloadId);
        for (String id : jointWith) {
            if (!new JointStore(handle).fingerprint(id).equals(fingerprint)) {
                throw new ReleaseRefusedException("release " + id + " is public with other boundaries and was made from"
                        + " another caseload; two populations of one date could be compared. Nothing was published: load the"
                        + " file of that release again, or publish the new boundaries with the next reference date");
            }
            if (!policy(id, handle).equals(policy)) {
                throw new ReleaseRefusedException(
                        "release " + id + " is public with other boundaries and was made by other"
                                + " rules; numbers of one date by two rules could be compared. Nothing was published: use the rules of"
                                + " that release, or publish the new boundaries with the next reference date");
            }
        }
    }

    private static Policy policy(String releaseId, Handle handle) {
        FileSource files = new StoredFiles(handle).of(releaseId);
        try {
            return ReleaseFiles.from(files).policy();
        } catch (UnreadableReleaseException e) {
            throw new ReleaseRefusedException(
                    "the files of release " + releaseId + " cannot be read: " + e.getMessage());
        }
    }

    /**
     * Makes sure that all vintages reach as far, or what was counted then would not be the sum of what is counted now.
     *
     * @throws ReleaseRefusedException if somebody could live in the beats of one vintage only
     */
    void requireSameReach(AtomStore.OneSided oneSided) {
        if (oneSided.places() == 0 && !oneSided.livesSomebody()) {
            return;
        }
        String what = oneSided.places() == 0
                ? "addresses of the caseload lie"
                : Words.count(oneSided.places(), "residential address lies", "residential addresses lie");
        throw new ReleaseRefusedException(what
                + " in the beats that hold now and not in those of release " + String.join(", ", jointWith)
                + ", or the other way round; the people there could be worked out by comparing. Nothing was published:"
                + " publish the new boundaries with the next reference date");
    }
}
