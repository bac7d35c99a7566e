package org.reentryatlas.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.db.Database;
import org.reentryatlas.db.Role;
import org.reentryatlas.duplicate.DuplicateFinder;
import org.reentryatlas.duplicate.DuplicateStore;
import org.reentryatlas.duplicate.Listing;
import org.reentryatlas.duplicate.Proposal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "duplicates",
        description = "Proposes pairs of listings that seem to be the same, with a score and reasons. Merges nothing.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ProvidersDuplicatesCommand implements Callable<Integer> {
    private static final int MOST_PRINTED = 20;
    private static final List<String> HEADER =
            List.of("score", "first_id", "first_name", "second_id", "second_name", "reasons");

    @ParentCommand
    private ProvidersCommand providers;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--min-score",
            paramLabel = "S",
            description = "lowest score to propose, from 0 to 1; default ${DEFAULT-VALUE}")
    private double minScore = DuplicateFinder.USUAL_SCORE;

    @Option(names = "--out", paramLabel = "FILE", description = "write all pairs to this CSV file")
    private @Nullable Path out;

    @Override
    public Integer call() throws IOException {
        if (!(minScore >= 0 && minScore <= 1)) {
            throw new ParameterException(spec.commandLine(), "--min-score: give a number from 0 to 1");
        }
        List<Listing> listings;
        try (Database database = Databases.open(providers.config(), Role.STEWARD)) {
            listings = database.read(handle -> new DuplicateStore(handle).listListings());
        }
        List<Proposal> proposals = DuplicateFinder.find(listings, minScore);
        if (out != null) {
            CsvOut.write(
                    out,
                    HEADER,
                    proposals.stream().map(ProvidersDuplicatesCommand::row).toList());
        }
        print(listings.size(), proposals, spec.commandLine().getOut());
        return 0;
    }

    private void print(int listings, List<Proposal> proposals, PrintWriter writer) {
        writer.println(
                "%d listings, %d pairs that may be the same; nothing was merged".formatted(listings, proposals.size()));
        if (out != null) {
            writer.println("  written to " + out);
        } else {
            proposals.stream().limit(MOST_PRINTED).forEach(proposal -> writer.println("  " + line(proposal)));
            if (proposals.size() > MOST_PRINTED) {
                writer.println("  and %d more; --out FILE.csv writes all".formatted(proposals.size() - MOST_PRINTED));
            }
        }
        writer.flush();
    }

    private static String line(Proposal proposal) {
        return "%s  %s '%s' - %s '%s': %s"
                .formatted(
                        score(proposal),
                        proposal.first().sourceId(),
                        proposal.first().name(),
                        proposal.second().sourceId(),
                        proposal.second().name(),
                        String.join(", ", proposal.reasons()));
    }

    private static List<String> row(Proposal proposal) {
        return List.of(
                score(proposal),
                proposal.first().sourceId(),
                proposal.first().name(),
                proposal.second().sourceId(),
                proposal.second().name(),
                String.join("; ", proposal.reasons()));
    }

    private static String score(Proposal proposal) {
        return String.format(Locale.ROOT, "%.3f", proposal.score());
    }
}
