package org.reentryatlas.brief;

import java.math.BigDecimal;
import java.math.MathContext;
import java.text.Collator;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.regex.Pattern;
import org.reentryatlas.http.Languages;
import org.reentryatlas.http.Pages;
import org.reentryatlas.layer.LevelWords;
import org.reentryatlas.layer.Measure;
import org.reentryatlas.layer.ServiceCategory;

/** The sentences of the pages in one language, with numbers and days as its readers write them. Immutable. */
final class Words {
    /** English first, for whoever asks for none; both as they are written in the United States. */
    static final Languages LANGUAGES = new Languages(List.of(Locale.US, new Locale("es", "US")));

    private static final String BUNDLE = Words.class.getPackageName() + ".words";
    private static final Control AS_ASKED = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
    private static final ResourceBundle ENGLISH = ResourceBundle.getBundle(BUNDLE, Locale.ROOT, AS_ASKED);
    private static final MathContext DIGITS = new MathContext(3);
    private static final List<String> DAYS = List.of("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su");
    private static final int MOST_DECIMALS = 12;
    private static final double METRES_OF_A_MILE = 1_609.344;
    private static final double SHORTEST_IN_MILES = 0.05;
    private static final Pattern ABBREVIATION = Pattern.compile("^\\p{Lu}\\p{Lu}.*", Pattern.DOTALL);

    private final Locale locale;
    private final ResourceBundle texts;

    private Words(Locale locale) {
        this.locale = locale;
        this.texts = ResourceBundle.getBundle(BUNDLE, locale, AS_ASKED);
    }

    static Words in(Locale language) {
        return new Words(language);
    }

    Locale locale() {
        return locale;
    }

    /** As a reader of the language looks for names: whatever their case. */
    Comparator<String> order() {
        Collator collator = Collator.getInstance(locale);
        collator.setStrength(Collator.SECONDARY);
        return collator::compare;
    }

    /** As HTML and HTTP name it. */
    String language() {
        return locale.getLanguage();
    }

    /** A sentence. */
    String say(String key, Object... values) {
        String text = texts.getString(key);
        return values.length == 0 ? text : new MessageFormat(text, locale).format(values);
    }

    /** Several, such as the head of a table. */
    List<String> sayAll(String... keys) {
        return Arrays.stream(keys).map(this::say).toList();
    }

    /** All texts as they stand, for templates. */
    Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        texts.keySet().forEach(key -> all.put(key, texts.getString(key)));
        return all;
    }

    /**
     * What the template of every page takes.
     *
     * @param path of the page in whatever language
     */
    Map<String, Object> page(String jurisdiction, String title, String path) {
        return Pages.frame(all(), language(), jurisdiction, title, path);
    }

    String count(Number value) {
        return NumberFormat.getIntegerInstance(locale).format(value.longValue());
    }

    /** A rate or a quotient to three significant digits: 25, 21.4, 0.015 */
    String figure(Number value) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(MOST_DECIMALS);
        return format.format(new BigDecimal(value.toString()).round(DIGITS));
    }

    /** A number as it stands in the data, with all its decimals. */
    String exact(Number value) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(MOST_DECIMALS);
        return format.format(value);
    }

    /** "3.2 to 5", or the one number that is left. */
    String range(GapRow.Bounds bounds) {
        return bounds.isExact() ? exact(bounds.low()) : say("range", exact(bounds.low()), exact(bounds.high()));
    }

    /** A way of getting about by its code, which is said as it is where nobody has put it into words. */
    String mode(String code) {
        return orAsItIs("mode." + code, code);
    }

    /** A measure of access by its code, likewise. */
    String access(String code) {
        return orAsItIs("access." + code, code);
    }

    private String orAsItIs(String key, String code) {
        return ENGLISH.containsKey(key) ? texts.getString(key) : code;
    }

    /** "Saturday, December 5, 2026" */
    String weekday(LocalDate day) {
        return upperFirst(DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .withLocale(locale)
                .format(day));
    }

    /** "10:00 AM" */
    String clock(LocalTime time) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(locale)
                .format(time);
    }

    /** A time of the week, which data write as {@code Mo10:00}: "Monday 10:00 AM". */
    String time(String code) {
        DayOfWeek day = DayOfWeek.of(1 + DAYS.indexOf(code.substring(0, 2)));
        return upperFirst(day.getDisplayName(TextStyle.FULL, locale)) + " " + clock(LocalTime.parse(code.substring(2)));
    }

    String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(day);
    }

    /** "0.4 mi" */
    String distance(double metres) {
        double miles = metres / METRES_OF_A_MILE;
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        return miles < SHORTEST_IN_MILES
                ? say("distanceShort", format.format(2 * SHORTEST_IN_MILES))
                : say("distance", format.format(miles));
    }

    /** "a, b and c" */
    String listing(List<String> parts) {
        int last = parts.size() - 1;
        return last < 1
                ? String.join("", parts)
                : say("listing", String.join(", ", parts.subList(0, last)), parts.get(last));
    }

    String upperFirst(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(locale) + words.substring(1);
    }

    /** "People under supervision" → "people under supervision"; "GED courses" stays. */
    String lowerFirst(String words) {
        return words.isEmpty() || ABBREVIATION.matcher(words).matches()
                ? words
                : words.substring(0, 1).toLowerCase(locale) + words.substring(1);
    }

    LevelWords level(LevelWords level) {
        String key = "level." + level.code();
        return new LevelWords(
                level.code(),
                translated(key + ".one", level.one()),
                translated(key + ".many", level.many()),
                level.above());
    }

    String title(Measure measure) {
        return translated("measure." + measure.code(), measure.title());
    }

    String name(ServiceCategory category) {
        return translated("category." + category.code(), category.name());
    }

    /** The name in this language, or as it is stored where that is another word than the one that was translated. */
    private String translated(String key, String stored) {
        return ENGLISH.containsKey(key) && ENGLISH.getString(key).equals(stored) ? texts.getString(key) : stored;
    }
}
