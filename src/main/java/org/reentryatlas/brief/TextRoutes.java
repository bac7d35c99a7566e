package org.reentryatlas.brief;

import io.javalin.config.RoutesConfig;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.reentryatlas.http.Answer;
import org.reentryatlas.http.Answers;
import org.reentryatlas.http.Languages;
import org.reentryatlas.http.Pages;
import org.reentryatlas.http.Parameters;
import org.reentryatlas.http.Routes;

/** Pages that explain the map in words: why numbers are hidden, how to read it, what it will never show. */
public final class TextRoutes implements Routes {
    private static final List<String> NAMES = List.of("why", "reading", "never");

    private final Answers answers;
    private final String jurisdiction;
    private final Pages pages = new Pages(TextRoutes.class);

    public TextRoutes(Answers answers, String jurisdiction) {
        this.answers = answers;
        this.jurisdiction = jurisdiction;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        for (String name : NAMES) {
            routes.get(path(name), answers.in(Words.LANGUAGES, (context, language) -> {
                Parameters.of(context, Set.of(Languages.PARAMETER));
                return Answer.of("text/html;charset=utf-8", page(name, language));
            }));
        }
    }

    private static String path(String name) {
        return "/" + name + ".html";
    }

    /** The text of a language is a template of its own. */
    private String page(String name, Locale language) {
        Words words = Words.in(language);
        Map<String, Object> page = words.page(jurisdiction, words.say(name + ".title"), path(name));
        page.put("description", words.say(name + ".description"));
        page.put("signs", true);
        boolean first = language.equals(Words.LANGUAGES.offered().get(0));
        return pages.make(first ? name : name + "_" + words.language(), page);
    }
}
