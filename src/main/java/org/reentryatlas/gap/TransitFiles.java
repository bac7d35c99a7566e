package org.reentryatlas.gap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.travel.Timetable;
import org.reentryatlas.travel.Travel;

/**
 * What runs in the hours of a run, as tables that anybody can read: {@code transit-stops.csv}, {@code transit-calls.csv} and {@code
 * transit-changes.csv}, and the conventions in {@code gap.json}. There are none where no feed is loaded.
 */
final class TransitFiles {
    static final String STOPS = "transit-stops.csv";
    static final String CALLS = "transit-calls.csv";
    static final String CHANGES = "transit-changes.csv";

    private static final String YES = "1";
    private static final String NO = "0";

    private TransitFiles() {}

    /** The files by name, in the order in which they are listed. */
    static Map<String, String> write(Timetable timetable) {
        Map<String, String> files = new LinkedHashMap<>();
        List<Timetable.Stop> stops = timetable.stops();
        files.put(
                STOPS,
                CsvText.write(
                        List.of("id", "name", "lon", "lat"),
                        stops,
                        stop -> List.of(
                                stop.id(),
                                stop.name(),
                                CsvText.degrees(stop.place().longitude()),
                                CsvText.degrees(stop.place().latitude()))));
        files.put(
                CALLS,
                CsvText.write(
                        List.of("trip", "stop", "arrives", "departs", "boards", "alights"),
                        timetable.calls(),
                        call -> List.of(
                                Integer.toString(call.trip()),
                                stops.get(call.stop()).id(),
                                Integer.toString(call.arrives()),
                                Integer.toString(call.departs()),
                                call.boards() ? YES : NO,
                                call.alights() ? YES : NO)));
        files.put(
                CHANGES,
                CsvText.write(
                        List.of("from", "to", "kind", "seconds"),
                        timetable.changes(),
                        change -> List.of(
                                stops.get(change.from()).id(),
                                stops.get(change.to()).id(),
                                change.kind().name().toLowerCase(Locale.ROOT),
                                Integer.toString(change.seconds()))));
        return files;
    }

    /** Says the day, the feeds and the conventions. */
    static void describe(Timetable timetable, ObjectNode transit) {
        transit.put("day", timetable.day().toString());
        Travel.Conventions conventions = Travel.CONVENTIONS;
        transit.put("first_arrival_s", conventions.firstArrival());
        transit.put("last_arrival_s", conventions.lastArrival());
        transit.put("arrivals_every_s", conventions.every());
        transit.put("boarding_slack_s", conventions.slack());
        transit.put("longest_walk_s", conventions.longestWalk());
        var feeds = transit.putArray("feeds");
        for (Timetable.Feed feed : timetable.feeds()) {
            feeds.addObject()
                    .put("source", feed.source())
                    .put("sha256", feed.sha256())
                    .put("version", feed.version())
                    .put("publisher", feed.publisher());
        }
    }

    /**
     * What the files hold; null where the rules name no day on which anything runs.
     *
     * @throws GapException if one of them cannot be read, naming it and the line
     */
    static @Nullable Timetable read(JsonNode transit, UnaryOperator<String> files) {
        if (transit.isMissingNode()) {
            return null;
        }
        LocalDate day;
        try {
            day = LocalDate.parse(transit.path("day").asText());
        } catch (DateTimeParseException e) {
            throw new GapException(InputFiles.RULES + " has a day of public transport that is none", e);
        }
        List<Timetable.Feed> feeds = new ArrayList<>();
        transit.path("feeds")
                .forEach(feed -> feeds.add(new Timetable.Feed(
                        feed.path("source").asText(),
                        feed.path("sha256").asText(),
                        feed.path("version").asText(),
                        feed.path("publisher").asText())));
        Map<String, Integer> numbers = new HashMap<>();
        List<Timetable.Stop> stops = CsvText.read(STOPS, files.apply(STOPS), row -> {
            numbers.put(row.getField("id"), numbers.size());
            return new Timetable.Stop(row.getField("id"), row.getField("name"), CsvText.place(row, ""));
        });
        if (numbers.size() != stops.size()) {
            throw new GapException(STOPS + " has a stop twice");
        }
        return new Timetable(
                day,
                feeds,
                stops,
                CsvText.read(CALLS, files.apply(CALLS), row -> call(row, numbers)),
                CsvText.read(CHANGES, files.apply(CHANGES), row -> change(row, numbers)));
    }

    private static Timetable.Call call(NamedCsvRecord row, Map<String, Integer> numbers) {
        return new Timetable.Call(
                Integer.parseInt(row.getField("trip")),
                stop(row, "stop", numbers),
                Integer.parseInt(row.getField("arrives")),
                Integer.parseInt(row.getField("departs")),
                row.getField("boards").equals(YES),
                row.getField("alights").equals(YES));
    }

    private static Timetable.Change change(NamedCsvRecord row, Map<String, Integer> numbers) {
        return new Timetable.Change(
                stop(row, "from", numbers),
                stop(row, "to", numbers),
                Timetable.Change.Kind.valueOf(row.getField("kind").toUpperCase(Locale.ROOT)),
                Integer.parseInt(row.getField("seconds")));
    }

    private static int stop(NamedCsvRecord row, String field, Map<String, Integer> numbers) {
        Integer number = numbers.get(row.getField(field));
        if (number == null) {
            throw new NoSuchElementException("there is no such stop");
        }
        return number;
    }
}
