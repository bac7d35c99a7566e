package org.reentryatlas.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.db.Database;
import org.reentryatlas.db.Role;
import org.reentryatlas.gap.GapService;
import org.reentryatlas.gap.SiteAnswer;
import org.reentryatlas.gap.SiteGeoJson;
import org.reentryatlas.gap.SiteQuestion;
import org.reentryatlas.travel.Mode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "site",
        description = {
            "Says where new sites of a category would help most, for one of them, two, and so on, and what each choice changes.",
            "Sites that are there stay. Nothing is published."
        },
        mixinStandardHelpOptions = true)
final class GapSiteCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private GapCommand gap;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(
            names = "--category",
            required = true,
            paramLabel = "CODE",
            description = "what the site would offer, such as housing")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String category;

    @Option(names = "--sites", paramLabel = "N", description = "how many new sites at most; 1 otherwise")
    private int sites = 1;

    @Option(
            names = "--aim",
            paramLabel = "AIM",
            description =
                    "cover: most people within the minutes, which is meant otherwise; median: the shortest way on average;"
                            + " center: the shortest of the longest ways")
    private SiteQuestion.Aim aim = SiteQuestion.Aim.COVER;

    @Option(names = "--minutes", paramLabel = "N", description = "within which people are to have a site; 15 otherwise")
    private int minutes = 15;

    @Option(names = "--mode", paramLabel = "MODE", description = "walk, which is meant otherwise, drive, or transit")
    private Mode mode = Mode.WALK;

    @Option(
            names = "--release",
            paramLabel = "ID",
            description = "whose numbers of people; the release with the newest reference date otherwise")
    private @Nullable String release;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "also write the places as GeoJSON; must not be there yet")
    private @Nullable Path file;

    @Override
    public Integer call() throws IOException {
        if (file != null) {
            requireFree(file);
        }
        Config config = gap.atlas().config();
        PrintWriter err = spec.commandLine().getErr();
        SiteQuestion question = new SiteQuestion(category, sites, aim, minutes, mode);
        SiteAnswer answer;
        try (Database database = Databases.open(config, Role.STEWARD)) {
            answer = new GapService(database, config.prevalences()).site(release, question, err::println);
        }
        print(question, answer, spec.commandLine().getOut());
        if (file != null) {
            Files.writeString(file, SiteGeoJson.write(question, answer), StandardOpenOption.CREATE_NEW);
        }
        return 0;
    }

    /** Before minutes are spent on what cannot be written. */
    private static void requireFree(Path file) {
        if (Files.exists(file)) {
            throw new InputException(file + " is there already");
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new InputException(file + ": its folder does not exist");
        }
    }

    private static void print(SiteQuestion question, SiteAnswer answer, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%s, %s along %s, numbers of release %s: %s of %s people who need it have a site within %d minutes now%n",
                question.category(),
                question.mode().code(),
                answer.ways(),
                answer.release(),
                range(answer.covered()),
                range(answer.demand()),
                question.minutes());
        if (answer.aside().high().signum() > 0) {
            out.printf(
                    Locale.ROOT,
                    "%s people in %s could reach none within an hour, wherever it were, and are left aside%n",
                    range(answer.aside()),
                    String.join(", ", answer.aside().areas()));
        }
        for (SiteAnswer.Option option : answer.options()) {
            if (option.places().isEmpty()) {
                out.printf(
                        Locale.ROOT,
                        "%d: not with so few: %s; --aim cover asks for less%n",
                        option.sites(),
                        option.left().isEmpty()
                                ? "nothing was found in time"
                                : "people in " + String.join(", ", option.left()) + " would reach none within an hour");
                continue;
            }
            out.printf(
                    Locale.ROOT,
                    "%d: %s; moves %s people-equivalents%s under %d minutes; %s%n",
                    option.sites(),
                    option.places().stream().map(GapSiteCommand::words).collect(Collectors.joining(", ")),
                    range(option.moved()),
                    option.moved().areas().isEmpty()
                            ? ""
                            : " in " + String.join(", ", option.moved().areas()),
                    question.minutes(),
                    option.isProven()
                            ? "none is better"
                            : String.format(Locale.ROOT, "another may be better by %.1f %%", 100 * option.gap()));
        }
        out.flush();
    }

    private static String words(SiteAnswer.Place place) {
        return String.format(
                Locale.ROOT,
                "in %s near %.5f,%.5f",
                place.area(),
                place.position().longitude(),
                place.position().latitude());
    }

    private static String range(SiteAnswer.People people) {
        return people.low() + " to " + people.high();
    }
}
