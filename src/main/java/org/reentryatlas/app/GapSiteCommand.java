package org.reentryatlas.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.db.Database;
import org.reentryatlas.db.Role;
import org.reentryatlas.gap.Candidates;
import org.reentryatlas.gap.GapService;
import org.reentryatlas.gap.SiteAnswer;
import org.reentryatlas.gap.SiteGeoJson;
import org.reentryatlas.gap.SiteQuestion;
import org.reentryatlas.geo.Territory;
import org.reentryatlas.intake.PlaceFile;
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
            "Sites that are there stay. Nothing is published without --publish."
        },
        mixinStandardHelpOptions = true)
final class GapSiteCommand implements Callable<Integer> {
    private static final String HOMES = "homes";
    private static final String DIRECTORY = "directory";

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
            names = "--candidates",
            paramLabel = "WHERE",
            description =
                    "where a new site could be: homes, the middles of where most homes are, which is meant otherwise;"
                            + " directory, where the service directory has a site of other services; or a file of points, such as"
                            + " libraries.geojson")
    private String candidates = HOMES;

    @Option(
            names = "--crs",
            paramLabel = "CODE",
            description = "coordinate reference system of that file; the file's own word otherwise")
    private @Nullable String crs;

    @Option(
            names = "--capacity",
            paramLabel = "PEOPLE",
            description =
                    "for how many people each new site would be; without it, whoever comes is served. Counts only where"
                            + " every site of the category states its own")
    private @Nullable Integer capacity;

    @Option(
            names = "--publish",
            description =
                    "keep the answer for everybody: a layer, and suggestions on the page that asks what would be if")
    private boolean publish;

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
        SiteQuestion question = new SiteQuestion(
                category,
                sites,
                aim,
                minutes,
                mode,
                capacity == null ? OptionalInt.empty() : OptionalInt.of(capacity),
                candidates(Territory.of(config.jurisdiction().workingCrs())));
        SiteAnswer answer;
        PrintWriter out = spec.commandLine().getOut();
        try (Database database = Databases.open(config, Role.STEWARD)) {
            GapService service = new GapService(database, config.gap());
            answer = service.site(release, question, err::println);
            print(question, answer, out);
            if (publish) {
                out.println("plan " + service.publish(question, answer) + " is published");
                out.flush();
            }
        }
        if (file != null) {
            Files.writeString(file, SiteGeoJson.write(question, answer), StandardOpenOption.CREATE_NEW);
        }
        return 0;
    }

    private Candidates candidates(Territory territory) throws IOException {
        if (candidates.equals(HOMES)) {
            return new Candidates.Homes();
        }
        if (candidates.equals(DIRECTORY)) {
            return new Candidates.Directory();
        }
        return new Candidates.Places(PlaceFile.read(Path.of(candidates), crs, territory).stream()
                .map(place -> new Candidates.Named(place.name(), place.position()))
                .toList());
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
                    "%d: %s; moves %s people-equivalents%s under %d minutes; %s%s%n",
                    option.sites(),
                    option.places().stream().map(GapSiteCommand::words).collect(Collectors.joining(", ")),
                    range(option.moved()),
                    option.moved().areas().isEmpty()
                            ? ""
                            : " in " + String.join(", ", option.moved().areas()),
                    question.minutes(),
                    option.served().isPresent()
                            ? String.format(
                                    Locale.ROOT,
                                    "room for about %.0f then; ",
                                    option.served().getAsDouble())
                            : "",
                    option.isProven()
                            ? "none is better"
                            : String.format(Locale.ROOT, "another may be better by %.1f %%", 100 * option.gap()));
        }
        out.flush();
    }

    private static String words(SiteAnswer.Place place) {
        return String.format(
                Locale.ROOT,
                "%sin %s near %.5f,%.5f",
                place.name().isEmpty() ? "" : place.name() + " ",
                place.area(),
                place.position().longitude(),
                place.position().latitude());
    }

    private static String range(SiteAnswer.People people) {
        return people.low() + " to " + people.high();
    }
}
