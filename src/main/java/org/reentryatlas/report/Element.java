package org.reentryatlas.report;

import java.util.List;
import java.util.Set;

/** An element of a page that is HTML and well-formed XML at once, since the PDF is made from the same text. */
public final class Element {
    private static final Set<String> EMPTY = Set.of("meta", "br", "col", "bookmark");
    private static final Set<String> ON_ITS_OWN_LINE = Set.of(
            "html",
            "head",
            "meta",
            "title",
            "style",
            "body",
            "header",
            "main",
            "section",
            "h1",
            "h2",
            "h3",
            "p",
            "ul",
            "ol",
            "li",
            "table",
            "caption",
            "thead",
            "tbody",
            "tfoot",
            "tr",
            "bookmarks",
            "bookmark");

    private final String name;
    private final StringBuilder attributes = new StringBuilder();
    private final StringBuilder content = new StringBuilder();

    private Element(String name) {
        this.name = name;
    }

    public static Element of(String name) {
        return new Element(name);
    }

    public static Element of(String name, String text) {
        return of(name).text(text);
    }

    public Element with(String attribute, String value) {
        attributes
                .append(' ')
                .append(attribute)
                .append("=\"")
                .append(escape(value))
                .append('"');
        return this;
    }

    public Element text(String words) {
        content.append(escape(words));
        return this;
    }

    public Element add(Element... children) {
        return add(List.of(children));
    }

    public Element add(List<Element> children) {
        children.forEach(child -> content.append(child.html()));
        return this;
    }

    /**
     * Rules of style: our own text, in which HTML knows no escapes.
     *
     * @throws IllegalArgumentException if they have a sign that HTML and XML read differently
     */
    public Element raw(String css) {
        if (css.contains("<") || css.contains("&")) {
            throw new IllegalArgumentException("style rules with < or & mean different things in HTML and XML");
        }
        content.append(css);
        return this;
    }

    public String html() {
        String end = ON_ITS_OWN_LINE.contains(name) ? "\n" : "";
        return EMPTY.contains(name)
                ? "<" + name + attributes + "/>" + end
                : "<" + name + attributes + ">" + content + "</" + name + ">" + end;
    }

    private static String escape(String words) {
        StringBuilder escaped = new StringBuilder(words.length());
        words.codePoints().forEach(point -> {
            switch (point) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(isAllowed(point) ? point : '\ufffd');
            }
        });
        return escaped.toString();
    }

    /** What XML 1.0 lets stand in a text. */
    private static boolean isAllowed(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || (point >= 0x20 && point <= 0xD7FF)
                || (point >= 0xE000 && point <= 0xFFFD)
                || point >= 0x10000;
    }
}
