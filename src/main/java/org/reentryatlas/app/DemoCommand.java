package org.reentryatlas.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.basemap.GroundKind;
import org.reentryatlas.boundary.Level;
import org.reentryatlas.db.Database;
import org.reentryatlas.db.Role;
import org.reentryatlas.gap.Candidates;
import org.reentryatlas.gap.GapService;
import org.reentryatlas.gap.SiteAnswer;
import org.reentryatlas.gap.SiteQuestion;
import org.reentryatlas.identity.AccountStore;
import org.reentryatlas.intake.BoundaryLoad;
import org.reentryatlas.intake.LoadRequest;
import org.reentryatlas.intake.ProviderLoad;
import org.reentryatlas.release.ReleaseService;
import org.reentryatlas.table.ReadOptions;
import org.reentryatlas.travel.Mode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "demo",
        description = {
            "Migrates, loads the demo city and publishes its two reference dates.",
            "It is what a new jurisdiction does with 'atlas migrate', 'atlas load' and 'atlas release'. Does nothing"
                    + " where both are public already."
        },
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    private static final List<LocalDate> DATES = List.of(LocalDate.of(2026, 6, 30), LocalDate.of(2026, 9, 30));

    private static final SiteQuestion HOUSING = new SiteQuestion(
            "housing", 3, SiteQuestion.Aim.COVER, 15, Mode.WALK, OptionalInt.empty(), new Candidates.Homes());

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private AtlasCommand atlas;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--city", paramLabel = "FOLDER", description = "the demo city's files; geodata/demo otherwise")
    private Path city = Path.of("geodata/demo");

    @Override
    public Integer call() throws IOException {
        Config config = atlas.config();
        PrintWriter out = spec.commandLine().getOut();
        Databases.migrate(config);
        try (Database database = Databases.open(config, Role.STEWARD)) {
            ReleaseService releases =
                    new ReleaseService(database, config.policy(), ReleaseFormats.of(config), config.twoPeople());
            PrintWriter err = spec.commandLine().getErr();
            if (DATES.stream().allMatch(releases::isPublic)) {
                out.println("the demo city is loaded and public already");
            } else {
                Optional<String> agreement = DemoAgreements.sign(database, city, out);
                load(new Loads(database, config), agreement.orElse(null), out);
                for (LocalDate date : DATES) {
                    // The longest part by far, which would look like a standstill.
                    err.println("release of " + date + ", which takes a minute or so:");
                    ReleaseCommand.print(releases.publish(date, null, step -> err.println("  " + step)), out);
                }
            }
            GapService gaps = new GapService(database, config.gap());
            if (!gaps.isDone()) {
                err.println("service gaps:");
                GapRunCommand.print(gaps.run(null, step -> err.println("  " + step)), out);
                err.println("where new housing services would help most:");
                SiteAnswer answer = gaps.site(null, HOUSING, step -> err.println("  " + step));
                out.println("plan " + gaps.publish(HOUSING, answer) + " is published");
            }
        }
        staff(config, out);
        return 0;
    }

    private void staff(Config config, PrintWriter out) throws IOException {
        try (Database database = Databases.open(config, Role.ACCOUNTS)) {
            AccountStore accounts = new AccountStore(database);
            if (Files.exists(city.resolve(DemoOutreach.FILE))) {
                DemoOutreach.plan(config, accounts, city, out);
            }
            if (Files.exists(city.resolve(DemoCoalition.FILE))) {
                DemoCoalition.assess(config, accounts, city, out);
            }
            DemoDesk.staff(accounts, out);
        }
    }

    private void load(Loads loads, @Nullable String agreement, PrintWriter out) throws IOException {
        LoadCommand.print(loads.addresses(request("addresses.csv", Map.of())), out);
        LoadCommand.print(loads.centerlines(request("streets.geojson", Map.of())), out);
        LoadCommand.print(loads.transit(request("transit.zip", Map.of())), out);
        LoadCommand.print(loads.ground(request("water.geojson", Map.of()), GroundKind.WATER), out);
        LoadCommand.print(loads.ground(request("parks.geojson", Map.of()), GroundKind.PARK), out);
        LoadCommand.print(loads.facilities(request("facilities.csv", Map.of()), Optional.empty()), out);
        LoadRequest beats = request("beats.geojson", Map.of("key", "BEAT", "name", "NAME"));
        LoadCommand.print(
                loads.boundaries(
                        beats,
                        BoundaryLoad.Options.of(
                                Level.BEAT,
                                Map.of(Level.SECTOR, "SECTOR", Level.DISTRICT, "DISTRICT"),
                                LocalDate.of(2024, 1, 1))),
                out);
        LoadRequest tracts =
                request("tracts.geojson", Map.of("key", "TRACT", "name", "NAME", "population", "POPULATION"));
        LoadCommand.print(
                loads.boundaries(tracts, BoundaryLoad.Options.of(Level.TRACT, Map.of(), LocalDate.of(2020, 1, 1))),
                out);
        LoadCommand.print(loads.requests(request("requests.csv", Map.of()), Optional.empty(), false), out);
        LoadCommand.print(loads.providers(request("providers.csv", Map.of()), ProviderLoad.Options.NONE), out);
        for (LocalDate date : DATES) {
            LoadCommand.print(loads.caseload(request("caseload-" + date + ".csv", Map.of()), date, agreement), out);
        }
    }

    private LoadRequest request(String name, Map<String, String> mapping) {
        Path file = city.resolve(name);
        return new LoadRequest(
                file,
                ReadOptions.FOUND,
                LoadRequest.sourceOf(file),
                mapping,
                null,
                false,
                false,
                file.resolveSibling(name + ".rejects.csv"),
                rows -> {});
    }
}
