package org.reentryatlas.app;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.attack.FileSource;
import org.reentryatlas.attack.OutsideAttack;
import org.reentryatlas.attack.ReleaseFiles;
import org.reentryatlas.attack.UnreadableReleaseException;
import org.reentryatlas.protect.Outsider;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "attack",
        description = {
            "Tries to work out from the files of a release, and nothing else, that some area holds 1 to 10 people. Needs",
            "no database: anybody can run it on what they have downloaded.",
            "Exit code 0: nothing can be proved; 1: what can is named; 2: the files cannot be read."
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
                            + " like http://localhost:8080/releases/2026-06-30.1")
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
        PrintWriter err = spec.commandLine().getErr();
        Outsider.Report report;
        try {
            ReleaseFiles files = ReleaseFiles.from(FileSource.of(place));
            int known = members == null ? files.policy().knownMembers() : members;
            if (known < 0) {
                throw new InputException("--known-members must not be negative");
            }
            report = OutsideAttack.on(files, known, step -> {
                err.println(step);
                err.flush();
            });
            print(files, known, report, out);
        } catch (UnreadableReleaseException e) {
            throw new InputException(String.valueOf(e.getMessage()));
        }
        return report.proved().isEmpty() ? 0 : AtlasCommand.FAULT;
    }

    private static void print(ReleaseFiles files, int known, Outsider.Report report, PrintWriter out) {
        int k = files.policy().k();
        out.printf(
                "Release %s: %,d atoms and hidden numbers attacked, from its files alone%n",
                files.release(), report.examined());
        out.printf("may hold %d people beside %d known ones: %,d%n", k, known, report.examined() - report.bounded());
        int empty = report.bounded() - report.large() - report.proved().size();
        out.printf("cannot, but may hold nobody: %,d%n", empty);
        out.printf("cannot, but hold %d or more for certain: %,d%n", k, report.large());
        Outsider.Finding tightest = report.tightest();
        if (tightest != null) {
            out.printf("the tightest bound found of these: %s%n", words(tightest));
        }
        report.proved().forEach(finding -> out.printf("PROVED: %s%n", words(finding)));
        out.println(
                report.proved().isEmpty()
                        ? "Nothing was proved to hold 1 to %d people.".formatted(k - 1)
                        : "%,d numbers are given away."
                                .formatted(report.proved().size()));
        out.flush();
    }

    private static String words(Outsider.Finding finding) {
        String blame = finding.blame().isEmpty() ? "" : ", because of " + String.join("; ", finding.blame());
        return "%s: %.1f to %.1f%s".formatted(finding.about(), finding.low(), finding.high(), blame);
    }
}
