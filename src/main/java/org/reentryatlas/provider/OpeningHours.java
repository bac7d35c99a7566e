package org.reentryatlas.provider;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads opening hours as people write them: {@code Mo-Fr 09:00-17:00; Sa 10:00-14:00}, {@code 9:00 am - 5:00 pm, Monday -
 * Friday}, {@code open 24 hours}. A text is understood as a whole or not at all: half of a text would send somebody to a
 * closed door.
 */
public final class OpeningHours {
    private static final String DAYS = "mo(?:n(?:days?)?)?|tu(?:e(?:s(?:days?)?)?)?|we(?:d(?:s|nesdays?)?)?"
            + "|th(?:u(?:r(?:s(?:days?)?)?)?)?|fr(?:i(?:days?)?)?|sa(?:t(?:urdays?)?)?|su(?:n(?:days?)?)?";
    private static final Pattern TOKEN =
            Pattern.compile("\\s*(?:(?<all>24\\s*(?:/\\s*7|hours(?:\\s+(?:a\\s+)?da(?:y|ily))?))"
                    + "|(?<daily>daily|every\\s*day|7 days a week|weekdays)"
                    + "|(?<day>" + DAYS + ")\\b\\.?:?"
                    + "|(?<time>\\d{1,2}(?::\\d{2}(?::\\d{2})?)?\\s*(?:[ap]\\.?m\\b\\.?)?|noon\\b|midnight\\b)"
                    + "|(?<closed>closed\\b)"
                    + "|(?<dash>-|–|—|\\bto\\b|\\bthrough\\b|\\bthru\\b|\\buntil\\b)"
                    + "|(?<and>,|&|/|\\band\\b)"
                    + "|(?<empty>\\b(?:open|hours?|from)\\b:?))\\s*");
    private static final Pattern TIME = Pattern.compile("(\\d{1,2})(?::(\\d{2})(?::\\d{2})?)?\\s*(?:([ap])\\.?m\\.?)?");
    private static final int DAY_MINUTES = 24 * 60;
    private static final String DAY_ORDER = "motuwethfrsasu";

    private OpeningHours() {}

    /** Open on a day of the week (1 is Monday) from a time until a time, {@code HH:MM}; {@code 24:00} is its end. */
    public record Opening(int weekday, String opens, String closes) {}

    /** The week that the text tells, or empty when any of it cannot be understood. */
    public static Optional<List<Opening>> parse(String text) {
        List<Opening> week = new ArrayList<>();
        for (String part : text.toLowerCase(Locale.ROOT).strip().split("[;|\\n]+", -1)) {
            if (!part.isBlank() && !readPart(part, week)) {
                return Optional.empty();
            }
        }
        return Optional.of(week);
    }

    /** A time of day as {@code HH:MM}, or empty: {@code 9:00am}, {@code 17:00}, {@code noon}. */
    public static Optional<String> time(String text) {
        int minutes = minutes(text.toLowerCase(Locale.ROOT).strip());
        return minutes < 0 ? Optional.empty() : Optional.of(clock(minutes));
    }

    /** The day of the week that a word names, 1 for Monday, or 0: {@code Monday}, {@code mo}, {@code MO}. */
    public static int weekday(String text) {
        String day = text.toLowerCase(Locale.ROOT).strip();
        return day.matches(DAYS) ? DAY_ORDER.indexOf(day.substring(0, 2)) / 2 + 1 : 0;
    }

    /** Days and times in turn, in either order; {@code closed} stands for times that are none. */
    private static boolean readPart(String part, List<Opening> week) {
        List<Group> groups = groups(part);
        if (groups.isEmpty()) {
            return false;
        }
        if (groups.size() == 1 && groups.get(0).isAlways()) {
            groups = List.of(Group.everyDay(), groups.get(0));
        }
        if (groups.size() % 2 != 0) {
            return false;
        }
        for (int i = 0; i < groups.size(); i += 2) {
            Group first = groups.get(i);
            Group second = groups.get(i + 1);
            Group days = first.isDays ? first : second;
            Group times = first.isDays ? second : first;
            if (days.isDays == times.isDays || first.isDays != groups.get(0).isDays || !times.isWhole()) {
                return false;
            }
            for (int day : days.days) {
                for (int t = 0; t < times.times.size(); t += 2) {
                    week.add(new Opening(day, clock(times.times.get(t)), clock(times.times.get(t + 1))));
                }
            }
        }
        return true;
    }

    /** Neighbouring days, or neighbouring times; empty when the part holds anything else. */
    private static List<Group> groups(String part) {
        List<Group> groups = new ArrayList<>();
        Matcher token = TOKEN.matcher(part);
        boolean dash = false;
        int end = 0;
        while (end < part.length()) {
            if (!token.region(end, part.length()).lookingAt()) {
                return List.of();
            }
            end = token.end();
            if (token.group("dash") != null) {
                dash = true;
                continue;
            }
            if (token.group("and") != null || token.group("empty") != null) {
                continue;
            }
            boolean isDay = token.group("day") != null || token.group("daily") != null;
            if (groups.isEmpty() || groups.get(groups.size() - 1).isDays != isDay) {
                groups.add(new Group(isDay));
            }
            if (!groups.get(groups.size() - 1).take(token, dash)) {
                return List.of();
            }
            dash = false;
        }
        return groups;
    }

    private static int minutes(String text) {
        if (text.equals("noon")) {
            return DAY_MINUTES / 2;
        }
        if (text.equals("midnight")) {
            return DAY_MINUTES;
        }
        Matcher time = TIME.matcher(text);
        // A bare number could be morning or evening.
        if (!time.matches() || (time.group(2) == null && time.group(3) == null)) {
            return -1;
        }
        int hour = Integer.parseInt(time.group(1));
        int minute = time.group(2) == null ? 0 : Integer.parseInt(time.group(2));
        if (time.group(3) != null) {
            if (hour < 1 || hour > 12) {
                return -1;
            }
            hour = hour % 12 + (time.group(3).equals("p") ? 12 : 0);
        }
        int minutes = hour * 60 + minute;
        return minute > 59 || minutes > DAY_MINUTES ? -1 : minutes;
    }

    private static String clock(int minutes) {
        return "%02d:%02d".formatted(minutes / 60, minutes % 60);
    }

    private static final class Group {
        private final boolean isDays;
        private final TreeSet<Integer> days = new TreeSet<>();
        private final List<Integer> times = new ArrayList<>();
        private int lastDay;
        private boolean closed;
        private boolean openEnd;
        private boolean anyMeridiem;
        private boolean anyPlain;

        Group(boolean isDays) {
            this.isDays = isDays;
        }

        static Group everyDay() {
            Group group = new Group(true);
            group.addDays(1, 7);
            return group;
        }

        boolean take(Matcher token, boolean dash) {
            if (token.group("daily") != null) {
                addDays(1, token.group("daily").startsWith("week") ? 5 : 7);
                return !dash;
            }
            if (token.group("day") != null) {
                int day = weekday(token.group("day"));
                addDays(dash ? lastDay : day, day);
                lastDay = day;
                return !dash || days.size() > 1;
            }
            if (token.group("closed") != null) {
                closed = true;
                return !dash;
            }
            if (token.group("all") != null) {
                times.addAll(List.of(0, DAY_MINUTES));
                return !dash;
            }
            return takeTime(token.group("time").strip(), dash);
        }

        /** Every second time must follow a dash, and no other may. */
        private boolean takeTime(String text, boolean dash) {
            int minutes = minutes(text);
            if (minutes < 0 || dash != openEnd) {
                return false;
            }
            openEnd = !openEnd;
            boolean isWord = text.equals("noon") || text.equals("midnight");
            anyMeridiem |= text.contains("m") && !isWord;
            anyPlain |= !text.contains("m") && !isWord;
            // Midnight opens a day and closes one.
            times.add(minutes == DAY_MINUTES && !dash ? 0 : minutes);
            return true;
        }

        private void addDays(int from, int to) {
            for (int day = from; ; day = day % 7 + 1) {
                if (day < 1) {
                    return;
                }
                days.add(day);
                if (day == to) {
                    return;
                }
            }
        }

        /** "8:30 - 5:00 pm" does not say which half of the day it starts in. */
        boolean isWhole() {
            return closed ? times.isEmpty() : !times.isEmpty() && !openEnd && !(anyMeridiem && anyPlain);
        }

        boolean isAlways() {
            return !isDays && times.equals(List.of(0, DAY_MINUTES)) && !anyMeridiem && !anyPlain;
        }
    }
}
