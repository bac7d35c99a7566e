package org.reentryatlas.agreement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What the agreements allow. Where none is kept, nothing is held to any, so that a first city can be shown; once there is one, nothing about people is loaded or released without one.
 */
public final class Terms {
    private final AgreementStore agreements;

    /** On the handle of a transaction. Nobody who ends an agreement waits for it: what it does is asked for again at its end. */
    public Terms(Handle handle) {
        this.agreements = new AgreementStore(handle);
    }

    /**
     * The agreement under which a file is loaded; empty where none is kept.
     *
     * @param id that whoever loads it names; null for none
     * @throws AgreementFault if there is none with it, it is not in force, or none is named where some are kept
     */
    public Optional<AgreementStore.Kept> forLoad(@Nullable String id) {
        List<AgreementStore.Kept> all = agreements.list();
        if (id == null && all.isEmpty()) {
            return Optional.empty();
        }
        if (id == null) {
            throw new AgreementFault(
                    "name the agreement under which it is loaded, with --agreement; those in force are: "
                            + names(all.stream()
                                    .filter(AgreementStore.Kept::isActive)
                                    .filter(each -> !each.agreement().hasLicence())
                                    .toList()));
        }
        AgreementStore.Kept kept =
                agreements.find(id).orElseThrow(() -> new AgreementFault("there is no agreement '" + id + "'"));
        if (kept.agreement().hasLicence()) {
            throw new AgreementFault(
                    "'" + id + "' is a data-use licence, under which nothing is loaded; name the agreement");
        }
        requireActive(kept);
        return Optional.of(kept);
    }

    private static String names(List<AgreementStore.Kept> kept) {
        return kept.isEmpty()
                ? "none"
                : kept.stream().map(each -> each.agreement().id()).collect(Collectors.joining(", "));
    }

    private static void requireActive(AgreementStore.Kept kept) {
        if (!kept.isActive()) {
            throw new AgreementFault(stands(kept));
        }
    }

    private static String stands(AgreementStore.Kept kept) {
        return "%s '%s' is %s (%s to %s)%s"
                .formatted(
                        word(kept),
                        kept.agreement().id(),
                        AgreementStore.word(kept.state()),
                        kept.agreement().starts(),
                        kept.agreement().ends(),
                        kept.reason().isEmpty() ? "" : ": " + kept.reason());
    }

    /**
     * Holds the columns of a file to an agreement.
     *
     * @param columns all that the file has: what is not read was transferred, too
     * @param fieldOf our field that a column holds; the column itself where it holds none
     * @throws AgreementFault naming those that are outside of it
     */
    public static void requireElements(AgreementStore.Kept kept, List<String> columns, UnaryOperator<String> fieldOf) {
        List<String> outside = columns.stream()
                .filter(column -> !kept.agreement().elements().contains(fieldOf.apply(column)))
                .toList();
        if (!outside.isEmpty()) {
            throw new AgreementFault(
                    "agreement '%s' does not have the elements: %s; its elements are: %s; nothing was read"
                            .formatted(
                                    kept.agreement().id(),
                                    String.join(", ", outside),
                                    String.join(", ", kept.agreement().elements())));
        }
    }

    /**
     * Notes that a caseload is there under an agreement.
     *
     * @throws AgreementFault if it is not in force any more
     */
    public void noteLoad(long caseloadId, AgreementStore.Kept kept) {
        requireStillActive(kept);
        agreements.noteCaseload(caseloadId, kept);
    }

    /**
     * The agreement under which a caseload may be released; empty where none is kept.
     *
     * @param k of the policy by which numbers are hidden
     * @throws AgreementFault if it was loaded under none where some are kept, or its agreement is not in force or does not allow this
     */
    public Optional<AgreementStore.Kept> forRelease(long caseloadId, int k) {
        Optional<AgreementStore.Kept> found = agreements.findOfCaseload(caseloadId);
        if (found.isEmpty()) {
            if (!agreements.list().isEmpty()) {
                throw new AgreementFault("the caseload was loaded under no agreement: load it again with --agreement");
            }
            return Optional.empty();
        }
        AgreementStore.Kept kept = found.get();
        requireActive(kept);
        Agreement agreement = kept.agreement();
        requirePurpose(kept, Agreement.Purpose.AGGREGATE_PUBLICATION);
        if (agreement.outputRule().k() > k) {
            throw new AgreementFault(
                    "agreement '%s' hides counts below %d, and the policy those below %d: raise protection.k"
                            .formatted(agreement.id(), agreement.outputRule().k(), k));
        }
        return found;
    }

    private void requireStillActive(AgreementStore.Kept kept) {
        agreements.find(kept.agreement().id()).ifPresent(Terms::requireActive);
    }

    /**
     * Notes that a release was made under an agreement, and is served while that holds.
     *
     * @throws AgreementFault if it is not in force any more
     */
    public void noteRelease(String releaseId, AgreementStore.Kept kept) {
        requireStillActive(kept);
        agreements.noteRelease(releaseId, kept);
    }

    /**
     * The agreement of a release that is read for something new: an export of its layers. Asked for at the beginning and
     * again at the end. Empty for a release that was made before there was any, which is served, too.
     *
     * @throws AgreementFault if it is not in force
     */
    public Optional<AgreementStore.Kept> forUse(String releaseId) {
        Optional<AgreementStore.Kept> found = agreements.findOfRelease(releaseId);
        found.ifPresent(kept -> {
            if (!kept.isActive()) {
                throw new AgreementFault("release %s was made under an agreement that does not hold: %s"
                        .formatted(releaseId, stands(kept)));
            }
        });
        return found;
    }

    /**
     * That services may be planned with a release: a run of gaps, a search for sites.
     *
     * @throws AgreementFault if the agreement that it was made under is not in force, or was not made for that
     */
    public void forPlanning(String releaseId) {
        forUse(releaseId).ifPresent(kept -> requirePurpose(kept, Agreement.Purpose.SERVICE_PLANNING));
    }

    private static void requirePurpose(AgreementStore.Kept kept, Agreement.Purpose purpose) {
        if (!kept.agreement().allows(purpose)) {
            throw new AgreementFault("%s '%s' does not have the purpose %s"
                    .formatted(word(kept), kept.agreement().id(), purpose.code()));
        }
    }

    private static String word(AgreementStore.Kept kept) {
        return kept.agreement().hasLicence() ? "licence" : "agreement";
    }

    /**
     * That layers of a release may go to the recipient of a licence.
     *
     * @param purpose null for the only one that the licence has
     * @param day on which they go
     * @throws AgreementFault if there is no such licence, it or the agreement of the release is not in force, it is under another agreement, or one of the
     *     two lacks the purpose
     */
    public Grant forLicence(String id, Agreement.@Nullable Purpose purpose, String releaseId, LocalDate day) {
        AgreementStore.Kept licence = agreements
                .find(id)
                .filter(kept -> kept.agreement().hasLicence())
                .orElseThrow(() -> new AgreementFault("there is no data-use licence '" + id + "'"));
        requireActive(licence);
        String needed = licence.agreement().licence().under();
        AgreementStore.Kept under = forUse(releaseId)
                .filter(kept -> kept.agreement().id().equals(needed))
                .orElseThrow(() -> new AgreementFault(
                        "licence '%s' is under agreement '%s', and release %s was not made under that"
                                .formatted(id, needed, releaseId)));
        Agreement.Purpose chosen = purpose == null ? only(licence.agreement()) : purpose;
        for (AgreementStore.Kept each : List.of(licence, under)) {
            requirePurpose(each, chosen);
        }
        return new Grant(licence, under, chosen, releaseId, day);
    }

    private static Agreement.Purpose only(Agreement licence) {
        if (licence.purposes().size() > 1) {
            throw new AgreementFault("licence '%s' has several purposes; name one with --purpose: %s"
                    .formatted(
                            licence.id(),
                            licence.purposes().stream()
                                    .map(Agreement.Purpose::code)
                                    .collect(Collectors.joining(", "))));
        }
        return licence.purposes().get(0);
    }

    /** The data-use licences that are in force. */
    public List<AgreementStore.Kept> licences() {
        return agreements.list().stream()
                .filter(kept -> kept.agreement().hasLicence() && kept.isActive())
                .toList();
    }

    /** Whether any data-use licence is kept, in force or not: then nothing goes to a program without one. */
    public boolean needsLicence() {
        return agreements.list().stream().anyMatch(kept -> kept.agreement().hasLicence());
    }
}
