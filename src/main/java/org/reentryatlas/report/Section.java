package org.reentryatlas.report;

import java.util.List;

/** A part of the report under a heading, which the PDF also lists among its bookmarks. */
record Section(String id, String title, List<Element> content) {
    Section {
        content = List.copyOf(content);
    }

    Element element() {
        return Element.of("section")
                .with("id", id)
                .with("aria-labelledby", id + "-title")
                .add(Element.of("h2", title).with("id", id + "-title"))
                .add(content);
    }

    static Element paragraph(String words) {
        return Element.of("p", words);
    }

    static Element list(List<Element> items) {
        return Element.of("ul").add(items);
    }

    static Element item(String words) {
        return Element.of("li", words);
    }

    /** An item that begins with what it is about. */
    static Element item(String about, String words) {
        return Element.of("li").add(Element.of("strong", about)).text(" " + words);
    }
}
