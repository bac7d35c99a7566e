package org.reentryatlas.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
        Agreement agreement = read(file);
        try (Database database = Databases.open(atlas.config(), Role.STEWARD)) {
            print(keep(database, agreement)
                    .map(version -> "agreement '%s' is kept, version %d, from %s to %s"
                            .formatted(agreement.id(), version, agreement.starts(), agreement.ends()))
                    .orElse("agreement '" + agreement.id() + "' is kept already as it is: nothing changed"));
        }
        return 0;
    }

    /** Reads one, held to the fields of caseloads and the roles of accounts that there are. */
    static Agreement read(Path file) throws IOException {
        return AgreementFile.read(
                file,
                CaseloadLoad.fields(),
                Arrays.stream(org.reentryatlas.identity.Role.values())
                        .map(org.reentryatlas.identity.Role::code)
                        .collect(Collectors.toSet()));
    }

    /** Keeps the next version, and in the audit log that it did; empty if it is the very same as the newest. */
    static Optional<Integer> keep(Database database, Agreement agreement) {
        return database.inTransaction(handle -> {
            Optional<Integer> version = new AgreementStore(handle).add(agreement);
            if (version.isPresent()) {
                Audit.on(handle).done(Action.AGREEMENT_ADDED, agreement.id());
            }
            return version;
        });
    }

    @Command(
            name = "list",
            description = "Lists the agreements with where they stand, and the releases that were made under each.",
            mixinStandardHelpOptions = true)
    int list() {
        try (Database database = Databases.open(atlas.config(), Role.STEWARD)) {
            print(database.inTransaction(handle -> {
                AgreementStore agreements = new AgreementStore(handle);
                List<AgreementStore.Kept> all = agreements.list();
                return all.isEmpty()
                        ? "no agreement is kept: nothing is held to any"
                        : all.stream()
                                .map(kept -> line(
                                        kept,
                                        agreements.releases(kept.agreement().id())))
                                .collect(Collectors.joining("\n"));
            }));
        }
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
        try (Database database = Databases.open(atlas.config(), Role.STEWARD)) {
            print(database.inTransaction(handle -> {
                AgreementStore agreements = new AgreementStore(handle);
                agreements.decide(id, decision, reason.strip());
                List<String> releases = agreements.releases(id);
                Audit.on(handle).done(Action.AGREEMENT_DECIDED, id);
                return "agreement '%s' is %s; releases under it: %s"
                        .formatted(
                                id,
                                decision.name().toLowerCase(Locale.ROOT),
                                releases.isEmpty() ? "none" : String.join(", ", releases));
            }));
        }
        return 0;
    }

    private void print(String text) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(text);
        out.flush();
    }
}
