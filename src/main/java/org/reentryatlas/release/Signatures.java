package org.reentryatlas.release;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.agreement.AgreementStore;
import org.reentryatlas.approval.Draft;
import org.reentryatlas.approval.PreparedFile;
import org.reentryatlas.approval.Proposal;
import org.reentryatlas.approval.ProposalStore;
import org.reentryatlas.audit.By;

/** The rule of two people at the door: what is published is, to the byte, what both of them signed. */
final class Signatures {
    private final Handle handle;
    private final ProposalStore proposals;
    private final boolean areNeeded;

    Signatures(Handle handle, boolean areNeeded) {
        this.handle = handle;
        this.proposals = new ProposalStore(handle);
        this.areNeeded = areNeeded;
    }

    /**
     * Makes sure that something of the date was approved, before anything heavy is begun.
     *
     * @throws ReleaseRefusedException if not, saying what is missing
     */
    void requireApproved(LocalDate asOf) {
        if (areNeeded) {
            approved(asOf);
        }
    }

    private Proposal approved(LocalDate asOf) {
        Optional<Proposal> open = proposals.findOpen(asOf);
        if (open.isEmpty()) {
            throw new ReleaseRefusedException(
                    "a release is signed by two people before it is public: run 'atlas release --as-of " + asOf
                            + " --prepare', and have a data steward and a privacy officer sign it on the desk");
        }
        Proposal proposal = open.get();
        if (proposal.state() != Proposal.State.APPROVED) {
            throw new ReleaseRefusedException("release %s was prepared at %s, and is not %s yet: sign in on the desk"
                    .formatted(
                            proposal.releaseId(),
                            proposal.preparedAt(),
                            proposal.state() == Proposal.State.SIGNED
                                    ? "approved by a privacy officer"
                                    : "signed by a data steward"));
        }
        return proposal;
    }

    /**
     * Makes sure that a new release is the one that was approved, and notes that it is public.
     *
     * @throws ReleaseRefusedException if it is not
     */
    void note(LocalDate asOf, String releaseId) {
        if (!areNeeded) {
            return;
        }
        Proposal proposal = approved(asOf);
        if (!proposal.digest().equals(digest(releaseId, handle))) {
            throw new ReleaseRefusedException("what was approved as release " + proposal.releaseId()
                    + " is not what the data give now, which changed since. Nothing was published: prepare it again");
        }
        proposals.notePublished(proposal.id(), releaseId);
    }

    private static String digest(String releaseId, Handle handle) {
        String digest = new LedgerStore(handle).listArtefacts(releaseId).get(Artefacts.RELEASE);
        if (digest == null) {
            throw new IllegalStateException("release " + releaseId + " has no " + Artefacts.RELEASE);
        }
        return digest;
    }

    /** What is to be signed of a release that stands in the database for the moment. */
    static Draft draft(Release release, @Nullable String reportDigest, Handle handle) {
        LedgerStore ledger = new LedgerStore(handle);
        List<PreparedFile> files = Artefacts.AUDITED.stream()
                .map(name -> ledger.file(release.id(), name)
                        .orElseThrow(() -> new IllegalStateException("release " + release.id() + " has no " + name)))
                .map(file -> new PreparedFile(file.name(), file.mediaType(), file.bytes()))
                .toList();
        return new Draft(
                release.referenceDate(),
                release.id(),
                digest(release.id(), handle),
                reportDigest,
                new AgreementStore(handle)
                        .findOfRelease(release.id())
                        .map(kept -> kept.agreement().id())
                        .orElse(null),
                Map.copyOf(release.cells()),
                By.commandLine().actor(),
                files);
    }
}
