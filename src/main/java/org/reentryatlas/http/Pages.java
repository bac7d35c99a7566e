package org.reentryatlas.http;

import com.samskivert.mustache.DefaultCollector;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Pages made of the Mustache templates that lie beside a class, and of {@code head} and {@code foot}, which all pages of data
 * have, or {@code top} and {@code bottom}, which those have that are in several languages.
 * Whatever is put into one is escaped as HTML.
 */
public final class Pages {
    private static final Set<String> OF_ALL = Set.of("head", "foot", "top", "bottom");

    private final Class<?> beside;
    private final Mustache.Compiler compiler;
    private final Map<String, Template> templates = new ConcurrentHashMap<>();

    /** The templates beside the class; those that one includes too. */
    public Pages(Class<?> beside) {
        this.beside = beside;
        // A name that is not there is a mistake, and one that is null is empty.
        this.compiler = Mustache.compiler()
                .nullValue("")
                .withCollector(new Collecting())
                .withLoader(name -> new StringReader(read(name)));
    }

    /** A section of something that may be absent is there once or not at all. */
    private static final class Collecting extends DefaultCollector {
        @Override
        public @Nullable Iterator<?> toIterator(Object value) {
            return value instanceof Optional<?> optional ? optional.stream().iterator() : super.toIterator(value);
        }
    }

    /**
     * What the templates of pages in several languages take, {@code top} above all.
     *
     * @param say all their texts by key
     * @param language as HTML names it
     * @param path of the page in whatever language
     */
    public static Map<String, Object> frame(
            Map<String, String> say, String language, String jurisdiction, String title, String path) {
        Map<String, Object> frame = new LinkedHashMap<>();
        frame.put("say", say);
        frame.put("language", language);
        frame.put("jurisdiction", jurisdiction);
        frame.put("title", title);
        frame.put("path", path);
        frame.put("search", "");
        return frame;
    }

    /** A page. */
    public String make(String name, Map<String, ?> data) {
        return templates
                .computeIfAbsent(name, template -> compiler.compile(read(template)))
                .execute(data);
    }

    /**
     * A page as an answer.
     *
     * @param json the URL of the same as JSON
     */
    public Answer answer(String name, Map<String, ?> data, String json) {
        Map<String, Object> whole = new LinkedHashMap<>(data);
        whole.put("alternates", List.of(Map.of("href", json, "title", "JSON")));
        return Answer.of("text/html;charset=utf-8", make(name, whole));
    }

    private String read(String name) {
        Class<?> place = OF_ALL.contains(name) ? Pages.class : beside;
        try (InputStream in = place.getResourceAsStream(name + ".mustache")) {
            if (in == null) {
                throw new IllegalStateException("template '" + name + "' is missing beside " + place.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("template '" + name + "' cannot be read", e);
        }
    }
}
