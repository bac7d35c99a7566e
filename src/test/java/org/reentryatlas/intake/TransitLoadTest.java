package org.reentryatlas.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reentryatlas.db.Role;
import org.reentryatlas.support.Cli;
import org.reentryatlas.support.GtfsFeed;
import org.reentryatlas.support.SmallCity;
import org.reentryatlas.support.TestDatabase;
import org.reentryatlas.travel.Timetable;
import org.reentryatlas.travel.TimetableStore;

import static org.assertj.core.api.Assertions.assertThat;

/** Feeds in GTFS: what is kept of them, what of it runs on a day, and which are refused. */
class TransitLoadTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    static Path directory;

    private static Map<String, String> environment = new HashMap<>();

    @BeforeAll
    static void loadBeats() throws IOException {
        environment = DATABASE.environment(SmallCity.config(directory));
        SmallCity.loadBeats(environment, directory);
    }

    private static Cli load(GtfsFeed feed, String... options) throws IOException {
        Path file = feed.write(directory.resolve("buses.zip"));
        return Cli.run(
                environment,
                Stream.concat(Stream.of("load", "transit", file.toString()), Stream.of(options))
                        .toArray(String[]::new));
    }

    private static String clock(int seconds) {
        return "%02d:%02d:%02d".formatted(seconds / 3_600, seconds / 60 % 60, seconds % 60);
    }

    private static String text(Timetable timetable, Timetable.Call call) {
        return "%d %s %s %s%s%s"
                .formatted(
                        call.trip(),
                        timetable.stops().get(call.stop()).id(),
                        clock(call.arrives()),
                        clock(call.departs()),
                        call.boards() ? "" : " no boarding",
                        call.alights() ? "" : " no alighting");
    }

    @Test
    void whatRunsOnATypicalWeekdayIsReadAndAnotherEditionShowsWhatItChanges() throws Exception {
        Cli load = load(new GtfsFeed());
        assertThat(load.exitCode()).as(load.err()).isZero();
        assertThat(load.out())
                .contains(
                        "read 20 = accepted 20 + rejected 0",
                        "3 stops and 3 trips, from 2026-06-01 to 2026-07-31",
                        "its calendar ended on 2026-07-31",
                        "1 stations, entrances and the like are not used",
                        "1 calls have no time");
        Timetable timetable = DATABASE.as(Role.STEWARD).inTransaction(handle -> {
            TimetableStore store = new TimetableStore(handle);
            LocalDate day = store.findDay(LocalDate.of(2026, 6, 30)).orElseThrow();
            assertThat(day).as("nothing runs on the day itself").isEqualTo(LocalDate.of(2026, 6, 29));
            return store.read(day, store.listFeeds());
        });
        assertThat(timetable.feeds()).singleElement().satisfies(feed -> {
            assertThat(feed.version()).isEqualTo("v1");
            assertThat(feed.publisher()).isEqualTo("Small Buses");
        });
        // June 29 is a Monday: the night bus of Sunday does not run.
        assertThat(timetable.calls())
                .extracting(call -> text(timetable, call))
                .containsExactly(
                        "0 buses:C 08:00:00 08:00:00",
                        "0 buses:A 08:06:00 08:06:00",
                        "1 buses:C 08:10:00 08:10:00",
                        "1 buses:A 08:16:00 08:16:00",
                        "2 buses:C 08:20:00 08:20:00",
                        "2 buses:A 08:26:00 08:26:00",
                        "3 buses:A 08:50:00 08:50:00 no alighting",
                        "3 buses:B 08:53:00 08:53:00",
                        "3 buses:C 08:56:00 08:56:30 no boarding");
        assertThat(timetable.changes())
                .as("the rule of a station holds for its stops, and one for two stops comes first")
                .extracting(
                        change -> "%d %d %s %d".formatted(change.from(), change.to(), change.kind(), change.seconds()))
                .containsExactly("1 1 MINIMUM 300", "1 2 IMPOSSIBLE 0", "2 1 MINIMUM 300", "2 2 MINIMUM 300");
        List<String> tuesday = DATABASE.as(Role.STEWARD).inTransaction(handle -> {
            Timetable next = new TimetableStore(handle).read(LocalDate.of(2026, 7, 7), List.of());
            return next.calls().stream().map(call -> text(next, call)).toList();
        });
        assertThat(tuesday)
                .as("the bus that set out on Monday")
                .hasSize(11)
                .contains("0 buses:A 08:30:00 08:30:00", "0 buses:C 08:36:00 08:36:00");

        assertThat(load(new GtfsFeed()).out()).contains("nothing changed");
        assertThat(load(new GtfsFeed(), "--crs", "EPSG:4326").err()).contains("leave out --map, --crs and --layer");
        GtfsFeed later = new GtfsFeed().with("stop_times.txt", "8:50:00,8:50:00", "8:51:00,8:51:00");
        assertThat(load(later).err()).contains("0 added, 1 changed, 0 removed, 9 unchanged; nothing was kept");
        assertThat(load(later, "--yes").exitCode()).isZero();
        assertThat(DATABASE.query(Role.STEWARD, "select min(arrives) from transit.call where trip_id = 'ONCE'"))
                .containsExactly(Integer.toString(8 * 3_600 + 51 * 60));
        assertThat(load(
                                new GtfsFeed().with("stops.txt", "43.505,-105.099", "44.505,-105.099"),
                                "--yes",
                                "--source",
                                "far")
                        .out())
                .contains("1 stops are further than 10 km from every beat");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "stop_times.txt | ONCE,C,30 | ONCE,X,30 | row 3, field 'stop_times.txt stop_id': stops.txt has no such stop",
                "stop_times.txt | OFTEN,C,1 | NONE,C,1 | field 'stop_times.txt trip_id': trips.txt has no such trip",
                "stop_times.txt | ONCE,C,30 | ONCE,HUB,30 | or it is a station as a whole",
                "stop_times.txt | 08:56:00,08:56:30 | 08:46:00,08:56:30 | the time goes back",
                "stop_times.txt | 08:56:00,08:56:30 | 08:56:00,08:55:30 | it departs before it arrives",
                "stop_times.txt | 08:56:00,08:56:30 | 8.56,8.56 | write times as 08:05:00",
                "stop_times.txt | 08:56:00,08:56:30 | , | the first and the last stop of a trip need times",
                "stop_times.txt | OFTEN,A,2 | OFTEN,A,1 | an earlier row has the same (duplicate_id)",
                "trips.txt | R,WK,NIGHT | R,SU,NIGHT | neither calendar.txt nor calendar_dates.txt has such a service",
                "trips.txt | R,WK,NIGHT | Q,WK,NIGHT | routes.txt has no such route",
                "stops.txt | 43.505,-105.08 | 93.505,-105.08 | field 'stops.txt stop_lat': write degrees on the earth",
                "stops.txt | stop_id | stop | stops.txt has no column 'stop_id'",
                "calendar.txt | 20260731 | 20260431 | write days as 20260630",
                "calendar.txt | 20260601,20260731 | 20260801,20260731 | it ends before it begins",
                "frequencies.txt | 08:30:00 | 08:00:00 | it ends before it begins",
                "transfers.txt | B,C | B,D | stops.txt has no such stop"
            })
    void whatIsWrongIsNamedAndNothingIsKept(String file, String right, String wrong, String said) throws Exception {
        String before = DATABASE.query(Role.STEWARD, "select count(*) from transit.call")
                .get(0);
        Cli load = load(new GtfsFeed().with(file, right, wrong), "--yes");
        assertThat(load.exitCode()).isEqualTo(2);
        assertThat(load.err()).contains(said);
        assertThat(DATABASE.query(Role.STEWARD, "select count(*) from transit.call"))
                .containsExactly(before);
    }

    @Test
    void aFeedIsRemovedWithAllThatIsKeptOfItAndNoOther() throws Exception {
        assertThat(load(new GtfsFeed(), "--yes", "--source", "old").exitCode()).isZero();
        assertThat(load(new GtfsFeed(), "--yes", "--source", "new").exitCode()).isZero();
        assertThat(Cli.run(environment, "transit", "list").out())
                .contains(
                        "feed 'old' (3 stops, 3 trips, 4 rules of changing), version v1, of Small Buses", "feed 'new'");
        List<String> others = kept("<>");
        assertThat(kept("=")).doesNotContain("0");

        assertThat(Cli.run(environment, "transit", "remove", "old").err())
                .contains(
                        "feed 'old' (3 stops, 3 trips, 4 rules of changing) would be removed; to remove it, add --yes");
        assertThat(kept("=")).as("nothing was confirmed").doesNotContain("0");
        assertThat(Cli.run(environment, "transit", "remove", "old", "--yes").out())
                .contains("feed 'old' (3 stops, 3 trips, 4 rules of changing) is removed");
        assertThat(kept("=")).containsOnly("0");
        assertThat(kept("<>")).isEqualTo(others);
        Cli again = Cli.run(environment, "transit", "remove", "old", "--yes");
        assertThat(again.exitCode()).isEqualTo(2);
        assertThat(again.err()).contains("there is no feed of public transport 'old'; there is: ", "new");
        assertThat(Cli.run(environment, "transit").exitCode()).isEqualTo(2);
        assertThat(Cli.run(environment, "transit", "remove", "new", "--yes").exitCode())
                .isZero();
    }

    /** How many rows each table has of one feed, or of the others. */
    private static List<String> kept(String comparison) throws Exception {
        List<String> counts = new ArrayList<>();
        for (String table : List.of("feed", "stop", "trip", "service_day", "call", "frequency", "change")) {
            counts.addAll(DATABASE.query(
                    Role.STEWARD,
                    "select count(*) from transit.%s where source %s 'old'".formatted(table, comparison)));
        }
        return counts;
    }

    @Test
    void aZipFileThatIsNoFeedIsRefused() throws Exception {
        assertThat(load(new GtfsFeed()
                                .with("trips.txt", "")
                                .with("calendar.txt", "")
                                .with("calendar_dates.txt", ""))
                        .err())
                .contains("it is no feed in GTFS: there is no trips.txt, no calendar.txt or calendar_dates.txt in it");
        Path text = Files.writeString(directory.resolve("stops.txt"), "stop_id\n");
        assertThat(Cli.run(environment, "load", "transit", text.toString()).err())
                .contains("a feed in GTFS is a zip file");
    }
}
