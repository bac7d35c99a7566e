package org.reentryatlas.app;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.attack.FileSource;
import org.reentryatlas.attack.OutsideAttack;
import org.reentryatlas.attack.ReleaseFiles;
import org.reentryatlas.protect.Outsider;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "attack",
        description = {
            "Tries to work out from the files of a release, and nothing else, that some area holds 1 to 10 people.",
            "Needs no database: anybody can run it on what they have downloaded.",
            "Exit code 0: nothing can be proved; 1: what can, or is left undecided, is named; 2: the files cannot be read."
        },
        mixinStandardHelpOptions = true)
final class AttackCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(
            paramLabel = "RELEASE",
            description =
                    "a directory with release.json, cells.csv, areas.csv and atoms.csv, or the address of a release,"
                            + " like http://localhost:8080/releases/2026-06-30.1; those that it was protected together with are"
                            + " read from beside it")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String place;

    @Option(
            names = "--known-members",
            paramLabel = "N",
            description = "people of each area whom the attacker knows; what the release's own rules say if left out")
    private @Nullable Integer members;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        ReleaseFiles files = ReleaseFiles.from(FileSource.of(place));
        int known = members == null ? files.policy().knownMembers() : members;
        if (known < 0) {
            throw new InputException("--known-members must not be negative");
        }
        Outsider.Report report =
                OutsideAttack.on(files, known, spec.commandLine().getErr()::println);
        print(files, known, report, out);
        return report.isSafe() ? 0 : AtlasCommand.FAULT;
    }

    private static void print(ReleaseFiles files, int known, Outsider.Report report, PrintWriter out) {
        int k = files.policy().k();
        List<Outsider.Finding> proved = report.of(Outsider.Verdict.PROVED);
        List<Outsider.Finding> undecided = report.of(Outsider.Verdict.UNDECIDED);
        out.printf(
                "Release %s: %,d atoms and hidden numbers attacked, from its files alone%n",
                files.release(), report.examined());
        out.printf(
                "may hold %d people beside %d known ones: %,d%n",
                k,
                known,
                report.examined() - report.unasked() - report.bounded().size());
        out.printf(
                "not shown to, but may hold nobody: %,d%n",
                report.unasked() + report.of(Outsider.Verdict.MAY_BE_EMPTY).size());
        out.printf(
                "cannot, but hold %d or more for certain: %,d%n",
                k, report.of(Outsider.Verdict.LARGE).size());
        report.tightest().ifPresent(finding -> out.printf("the tightest bound found of these: %s%n", words(finding)));
        proved.forEach(finding -> out.printf("PROVED: %s%n", words(finding)));
        undecided.forEach(finding -> out.printf("UNDECIDED, so not shown to be safe: %s%n", words(finding)));
        out.println(
                proved.isEmpty()
                        ? "Nothing was proved to hold 1 to %d people.".formatted(k - 1)
                        : "%,d numbers are given away.".formatted(proved.size()));
        out.flush();
    }

    private static String words(Outsider.Finding finding) {
        String blame = finding.blame().isEmpty() ? "" : ", because of " + String.join("; ", finding.blame());
        return "%s: %.1f to %.1f%s".formatted(finding.about(), finding.low(), finding.high(), blame);
    }
}
