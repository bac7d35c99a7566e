package org.reentryatlas.app;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.db.Database;
import org.reentryatlas.db.Role;
import org.reentryatlas.release.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "verify",
        description = {
            "Holds everything that is public against the ledger.",
            "That is the chain from its first entry, the bytes of every file and the numbers that the map shows. Works as"
                    + " atlas_audit, and changes nothing.",
            "With --proofs it works as atlas_steward, and holds the proof of each release against its files too: by"
                    + " adding up, without a solver.",
            "Exit code 0: all is as it was published; 1: the first thing that is not is named."
        },
        mixinStandardHelpOptions = true,
        subcommands = VerifyAuditCommand.class)
final class VerifyCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private AtlasCommand atlas;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(
            names = "--release",
            paramLabel = "ID",
            description = "only the files and numbers of this release; the chain is checked whole nevertheless")
    private @Nullable String release;

    @Option(
            names = "--known-hash",
            paramLabel = "HASH",
            description = "a hash of the ledger that you noted down earlier; it must still be in the chain")
    private @Nullable String knownHash;

    @Option(names = "--proofs", description = "also check the proof of each release, which holds true counts")
    private boolean proofs;

    AtlasCommand atlas() {
        return atlas;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        List<Verification.Finding> findings;
        try (Database database = Databases.open(atlas.config(), proofs ? Role.STEWARD : Role.AUDIT)) {
            Verification verification = new Verification(database);
            if (release != null && !verification.isKnown(release)) {
                throw new InputException("there is no release " + release);
            }
            findings = proofs ? verification.runWithProofs(release, knownHash) : verification.run(release, knownHash);
        }
        findings.forEach(finding -> out.println(
                "%-10s %-6s %s".formatted(finding.check(), finding.holds() ? "ok" : "BROKEN", finding.words())));
        out.flush();
        return findings.stream().allMatch(Verification.Finding::holds) ? 0 : AtlasCommand.FAULT;
    }
}
