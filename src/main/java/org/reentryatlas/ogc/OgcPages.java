package org.reentryatlas.ogc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.reentryatlas.http.Answer;
import org.reentryatlas.http.Form;
import org.reentryatlas.http.Json;
import org.reentryatlas.http.Pages;

/** The resources of the OGC API as JSON and as pages, each with links to itself and to the other form. */
final class OgcPages {
    private final Pages pages = new Pages(OgcPages.class);

    /**
     * A resource in a form.
     *
     * @param template of its page
     * @param url of it, without a form
     * @param body its members; {@code links} are those beside the links to itself
     */
    Answer answer(Form form, String template, String url, Map<String, Object> body) {
        if (form == Form.HTML) {
            return page(template, url, body);
        }
        Map<String, Object> whole = new LinkedHashMap<>(body);
        List<Object> links = new ArrayList<>(List.of(
                Links.link("self", Links.JSON, url, "This page"),
                Links.link("alternate", Links.HTML, Links.in(url, "html"), "This page for people")));
        if (body.get("links") instanceof List<?> more) {
            links.addAll(more);
        }
        whole.put("links", links);
        return Answer.of(Links.JSON, Json.write(whole));
    }

    /** A page of a resource. */
    Answer page(String template, String url, Map<String, ?> body) {
        return pages.answer(template, body, Links.in(url, "json"));
    }
}
