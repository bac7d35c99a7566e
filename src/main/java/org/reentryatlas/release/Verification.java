package org.reentryatlas.release;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.db.Database;

/**
 * Holds everything that is public against the ledger. It needs no privilege beyond reading what is public, unless it is asked
 * to look at the proofs as well.
 */
public final class Verification {
    /** In the order in which they are asked; another question is another line. */
    private static final List<Check> CHECKS =
            List.of(new ChainCheck(), new CoverageCheck(), new ArtefactCheck(), new NumbersCheck());

    /**
     * The answer of a check.
     *
     * @param words what was looked at, or the first thing that is not as it should be
     */
    public record Finding(String check, boolean holds, String words) {}

    private final Database database;

    public Verification(Database database) {
        this.database = database;
    }

    /** Whether there is a release with the identifier. */
    public boolean isKnown(String releaseId) {
        return database.read(handle -> new LedgerStore(handle).listReleases().containsKey(releaseId));
    }

    /**
     * Asks every check, of one moment of the database.
     *
     * @param releaseId the one release whose files and numbers are looked at, or null for all
     * @param knownHash a hash that somebody noted down earlier and that must still be in the chain, or null
     */
    public List<Finding> run(@Nullable String releaseId, @Nullable String knownHash) {
        return run(releaseId, knownHash, CHECKS);
    }

    /** The same, and whether the proof that was kept of each release holds; this takes the steward's privileges. */
    public List<Finding> runWithProofs(@Nullable String releaseId, @Nullable String knownHash) {
        List<Check> checks = new ArrayList<>(CHECKS);
        checks.add(new ProofsCheck());
        return run(releaseId, knownHash, checks);
    }

    private List<Finding> run(@Nullable String releaseId, @Nullable String knownHash, List<Check> checks) {
        Check.Scope scope = new Check.Scope(releaseId, knownHash);
        return database.inSnapshot(handle -> {
            List<Finding> findings = new ArrayList<>();
            for (Check check : checks) {
                try {
                    findings.add(new Finding(check.name(), true, check.run(handle, scope)));
                } catch (CheckFailedException e) {
                    findings.add(new Finding(check.name(), false, String.valueOf(e.getMessage())));
                }
            }
            return findings;
        });
    }
}
