package org.reentryatlas.outreach;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.function.Function;
import org.reentryatlas.http.Languages;
import org.reentryatlas.http.Pages;
import org.reentryatlas.http.Parameters;

/** The sentences of the pages of events in one language, with numbers and times as its readers write them. Immutable. */
final class EventWords {
    /** English first, for whoever asks for none; both as they are written in the United States. */
    static final Languages LANGUAGES = new Languages(List.of(Locale.US, new Locale("es", "US")));

    private final Locale locale;
    private final ResourceBundle texts;

    EventWords(Locale locale) {
        this.locale = locale;
        this.texts = ResourceBundle.getBundle(
                "org.reentryatlas.outreach.events", locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }

    /** As HTML and HTTP name it. */
    String language() {
        return locale.getLanguage();
    }

    PlanWords plans() {
        return new PlanWords(locale);
    }

    /** A sentence. */
    String say(String key, Object... values) {
        String text = texts.getString(key);
        return values.length == 0 ? text : new MessageFormat(text, locale).format(values);
    }

    /** The language that a parameter names, and English without one. */
    static EventWords named(Parameters parameters) {
        return new EventWords(
                parameters.text(Languages.PARAMETER).map(LANGUAGES::named).orElse(Locale.US));
    }

    /**
     * A holiday by its code in the calendars of Jollyday, which are not in all languages.
     *
     * @param otherwise what they call it in a language
     */
    String holiday(String code, Function<Locale, String> otherwise) {
        String key = "holiday." + code;
        return texts.containsKey(key) ? texts.getString(key) : otherwise.apply(locale);
    }

    /** What the template of every page takes. */
    Map<String, Object> page(String jurisdiction, String title, String path) {
        Map<String, String> all = new LinkedHashMap<>();
        texts.keySet().forEach(key -> all.put(key, texts.getString(key)));
        return Pages.frame(all, language(), jurisdiction, title, path);
    }

    String count(Number value) {
        return NumberFormat.getIntegerInstance(locale).format(value.longValue());
    }

    /** A score: 2.5 */
    String figure(double value) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(1);
        return format.format(value);
    }

    /** "Saturday, December 5, 2026" */
    String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .withLocale(locale)
                .format(day);
    }

    String time(LocalDateTime time) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(locale)
                .format(time);
    }

    /** "9:00 AM to 1:00 PM", with the day of the end where it is another. */
    String span(LocalDateTime starts, LocalDateTime ends) {
        boolean isOneDay = starts.toLocalDate().equals(ends.toLocalDate());
        return say("span", time(starts), isOneDay ? time(ends) : day(ends.toLocalDate()) + ", " + time(ends));
    }
}
