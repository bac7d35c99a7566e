package org.reentryatlas.gap;

import ch.poole.openinghoursparser.OpeningHoursParseException;
import ch.poole.openinghoursparser.OpeningHoursParser;
import ch.poole.openinghoursparser.Rule;
import ch.poole.openinghoursparser.TimeSpan;
import ch.poole.openinghoursparser.WeekDay;
import ch.poole.openinghoursparser.WeekDayRange;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time of the week, by the clock of the jurisdiction.
 *
 * @param minute of the day, from 0
 */
public record Moment(WeekDay day, int minute) {
    private static final Pattern FORM = Pattern.compile("(Mo|Tu|We|Th|Fr|Sa|Su)([01]\\d|2[0-3]):([0-5]\\d)");
    private static final List<WeekDay> WEEK = List.of(WeekDay.values());
    private static final int MINUTES_AN_HOUR = 60;
    private static final int MINUTES_A_DAY = 24 * MINUTES_AN_HOUR;

    /** Reads {@code Sa10:00}; none of anything else. */
    public static Optional<Moment> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(new Moment(
                WeekDay.getValue(matcher.group(1)),
                Integer.parseInt(matcher.group(2)) * MINUTES_AN_HOUR + Integer.parseInt(matcher.group(3))));
    }

    /** As {@link #parse} reads it, and OpenStreetMap's {@code opening_hours} write it. */
    public String code() {
        return "%s%02d:%02d".formatted(day, minute / MINUTES_AN_HOUR, minute % MINUTES_AN_HOUR);
    }

    /**
     * Whether a site is open then, from its beginning to before its end.
     *
     * @param openingHours in OpenStreetMap's {@code opening_hours}
     * @return none where that cannot be read, or tells more than weekdays and times
     */
    Optional<Boolean> isWithin(String openingHours) {
        List<Rule> rules;
        try {
            // Strictly, nothing may go on after midnight.
            rules = new OpeningHoursParser(new StringReader(openingHours)).rules(false);
        } catch (OpeningHoursParseException e) {
            return Optional.empty();
        }
        if (rules.isEmpty() || !rules.stream().allMatch(Moment::isPlain)) {
            return Optional.empty();
        }
        WeekDay before = WEEK.get((WEEK.indexOf(day) + WEEK.size() - 1) % WEEK.size());
        return Optional.of(
                isWithin(spans(rules, day), minute) || isWithin(spans(rules, before), minute + MINUTES_A_DAY));
    }

    private static boolean isPlain(Rule rule) {
        boolean isOfEveryWeek = rule.getYears() == null
                && rule.getWeeks() == null
                && rule.getDates() == null
                && rule.getHolidays() == null
                && rule.getModifier() == null
                && rule.getComment() == null
                && !rule.isFallBack();
        boolean isOfDays = rule.getDays() == null
                || rule.getDays().stream().allMatch(days -> days.getNths() == null && days.getOffset() == 0);
        List<TimeSpan> times = rule.isTwentyfourseven() ? List.of() : rule.getTimes();
        boolean isOfTimes = times != null && times.stream().allMatch(Moment::isPlain);
        return isOfEveryWeek && isOfDays && isOfTimes;
    }

    private static boolean isPlain(TimeSpan span) {
        return span.getStartEvent() == null
                && span.getEndEvent() == null
                && !span.isOpenEnded()
                && span.getInterval() == 0
                && span.getEnd() != TimeSpan.UNDEFINED_TIME;
    }

    /** A rule takes the place of those before it, unless it adds to them. */
    private static List<TimeSpan> spans(List<Rule> rules, WeekDay day) {
        List<TimeSpan> spans = new ArrayList<>();
        for (Rule rule : rules) {
            if (rule.getDays() == null || rule.getDays().stream().anyMatch(days -> isAmong(days, day))) {
                if (!rule.isAdditive()) {
                    spans.clear();
                }
                spans.addAll(rule.isTwentyfourseven() ? List.of(wholeDay()) : rule.getTimes());
            }
        }
        return spans;
    }

    private static TimeSpan wholeDay() {
        TimeSpan span = new TimeSpan();
        span.setStart(0);
        span.setEnd(MINUTES_A_DAY);
        return span;
    }

    private static boolean isAmong(WeekDayRange days, WeekDay day) {
        WeekDay last = days.getEndDay() == null ? days.getStartDay() : days.getEndDay();
        return daysSince(days.getStartDay(), day) <= daysSince(days.getStartDay(), last);
    }

    private static int daysSince(WeekDay first, WeekDay day) {
        return (WEEK.indexOf(day) - WEEK.indexOf(first) + WEEK.size()) % WEEK.size();
    }

    /** One that ends at or before its beginning ends on the next day. */
    private static boolean isWithin(List<TimeSpan> spans, int minute) {
        return spans.stream().anyMatch(span -> {
            int end = span.getEnd() <= span.getStart() ? span.getEnd() + MINUTES_A_DAY : span.getEnd();
            return span.getStart() <= minute && minute < end;
        });
    }
}
