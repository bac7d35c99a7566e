package org.reentryatlas.http;

import io.javalin.http.Context;
import java.util.Optional;
import org.eclipse.jetty.http.QuotedQualityCSV;

/** In which form a resource is sent: for programs, or as a page for people. */
public enum Form {
    JSON,
    HTML;

    /**
     * What the parameter {@code f} names, or else what the client would rather have: a page only where it says so.
     *
     * @throws ProblemException if {@code f} names no form
     */
    public static Form of(Context context, Optional<String> f) {
        return f.map(Form::named).orElseGet(() -> preferred(context));
    }

    private static Form named(String f) {
        return switch (f) {
            case "json" -> JSON;
            case "html" -> HTML;
            default -> throw ProblemException.formatUnknown("Leave it out, or f=json or f=html.");
        };
    }

    private static Form preferred(Context context) {
        QuotedQualityCSV accepted = new QuotedQualityCSV();
        String header = context.header("Accept");
        if (header != null) {
            accepted.addValue(header);
        }
        return accepted.getValues().stream()
                .map(type -> type.split(";", 2)[0])
                .filter(type -> type.endsWith("json") || type.endsWith("html") || type.equals("*/*"))
                .findFirst()
                .map(type -> type.endsWith("html") ? HTML : JSON)
                .orElse(JSON);
    }
}
