package org.reentryatlas.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.reentryatlas.agreement.Agreement;
import org.reentryatlas.agreement.AgreementFile;
import org.reentryatlas.agreement.AgreementStore;
import org.reentryatlas.audit.Action;
import org.reentryatlas.audit.Audit;
import org.reentryatlas.db.Database;
import org.reentryatlas.db.Role;
import org.reentryatlas.intake.CaseloadLoad;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "agreements",
        description = {
            "Data-sharing agreements and data-use licences: keeps them as signed and amended, lists, suspends and ends them.",
            "Once one is kept, people are loaded and released under one that is in force, and what was released under another is not served."
        },
        mixinStandardHelpOptions = true,
        subcommands = {CommandLine.HelpCommand.class, DisclosuresCommand.class, CertificateCommand.class})
final class AgreementsCommand implements Runnable {
    private static final int LONGEST_REASON = 200;

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private AtlasCommand atlas;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    AtlasCommand atlas() {
        return atlas;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command.");
    }

    @Command(
            name = "add",
            description = "Keeps an agreement as signed, or its next amendment; src/docs/agreements.md has the fields.",
            mixinStandardHelpOptions = true)
    int add(@Parameters(paramLabel = "FILE", description = "the agreement as YAML") Path file) throws IOException {
        Agreement agreement = AgreementFile.read(file, CaseloadLoad.fields());
        print(recorded(
                Action.AGREEMENT_ADDED,
                agreement.id(),
                agreements -> agreements
                        .add(agreement)
                        .map(version -> "agreement '%s' is kept, version %d, from %s to %s"
                                .formatted(agreement.id(), version, agreement.starts(), agreement.ends()))
                        .orElse("agreement '" + agreement.id() + "' is kept already as it is: nothing changed")));
        return 0;
    }

    @Command(
            name = "list",
            description = "Lists the agreements with where they stand, and the releases that were made under each.",
            mixinStandardHelpOptions = true)
    int list() {
        print(as(agreements -> {
            List<AgreementStore.Kept> all = agreements.list();
            return all.isEmpty()
                    ? "no agreement is kept: nothing is held to any"
                    : all.stream()
                            .map(kept -> line(
                                    kept, agreements.releases(kept.agreement().id())))
                            .collect(Collectors.joining("\n"));
        }));
        return 0;
    }

    private static String line(AgreementStore.Kept kept, List<String> releases) {
        Agreement agreement = kept.agreement();
        return Stream.of(
                        agreement.id(),
                        agreement.kind().name().toLowerCase(Locale.ROOT),
                        "version " + kept.version(),
                        kept.state().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        agreement.starts() + " to " + agreement.ends(),
                        agreement.parties().stream().map(Agreement.Party::name).collect(Collectors.joining(", ")),
                        agreement.hasLicence()
                                ? "for " + agreement.licence().recipient() + " under "
                                        + agreement.licence().under()
                                : "retention " + agreement.retentionDays() + " days",
                        agreement.hasLicence()
                                ? ""
                                : releases.isEmpty() ? "no release" : "releases " + String.join(", ", releases))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("  "));
    }

    @Command(
            name = "suspend",
            description =
                    "Stops what is served, loaded and released under an agreement within a second, until it is resumed.",
            mixinStandardHelpOptions = true)
    int suspend(
            @Parameters(paramLabel = "ID", description = "its identifier") String id,
            @Option(names = "--reason", required = true, paramLabel = "WHY", description = "which is kept with it")
                    String reason) {
        return decide(id, AgreementStore.Decision.SUSPENDED, reason);
    }

    @Command(name = "resume", description = "Takes a suspension back.", mixinStandardHelpOptions = true)
    int resume(
            @Parameters(paramLabel = "ID", description = "its identifier") String id,
            @Option(names = "--reason", required = true, paramLabel = "WHY", description = "which is kept with it")
                    String reason) {
        return decide(id, AgreementStore.Decision.RESUMED, reason);
    }

    @Command(
            name = "end",
            description = "Ends an agreement before its last day, for good.",
            mixinStandardHelpOptions = true)
    int end(
            @Parameters(paramLabel = "ID", description = "its identifier") String id,
            @Option(names = "--reason", required = true, paramLabel = "WHY", description = "which is kept with it")
                    String reason) {
        return decide(id, AgreementStore.Decision.ENDED, reason);
    }

    private int decide(String id, AgreementStore.Decision decision, String reason) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new InputException("--reason: give 1 to " + LONGEST_REASON + " characters");
        }
        print(recorded(Action.AGREEMENT_DECIDED, id, agreements -> {
            agreements.decide(id, decision, reason.strip());
            return "agreement '%s' is %s; releases under it: %s"
                    .formatted(
                            id, decision.name().toLowerCase(Locale.ROOT), String.join(", ", agreements.releases(id)));
        }));
        return 0;
    }

    private void print(String text) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(text);
        out.flush();
    }

    /** The same, kept in the audit log by its identifier. */
    private String recorded(Action action, String id, Function<AgreementStore, String> work) {
        try (Database database = Databases.open(atlas.config(), Role.STEWARD)) {
            return database.inTransaction(handle -> {
                String answer = work.apply(new AgreementStore(handle));
                Audit.on(handle).done(action, id);
                return answer;
            });
        }
    }

    private String as(Function<AgreementStore, String> work) {
        try (Database database = Databases.open(atlas.config(), Role.STEWARD)) {
            return database.inTransaction(handle -> work.apply(new AgreementStore(handle)));
        }
    }
}
