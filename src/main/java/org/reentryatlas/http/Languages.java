package org.reentryatlas.http;

import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The languages in which something is offered.
 *
 * @param offered the first is for whoever asks for none of them
 */
public record Languages(List<Locale> offered) {
    /** The query parameter that names one. */
    public static final String PARAMETER = "lang";

    public Languages {
        offered = List.copyOf(offered);
    }

    /**
     * The language that the parameter names.
     *
     * @throws ProblemException if it is not offered
     */
    public Locale named(String code) {
        return offered.stream()
                .filter(language -> language.getLanguage().equals(code))
                .findFirst()
                .orElseThrow(() -> ProblemException.badRequest(
                        "LANGUAGE_UNKNOWN",
                        "Parameter '" + PARAMETER + "' names a language in which this is not offered.",
                        "The languages are: "
                                + offered.stream().map(Locale::getLanguage).collect(Collectors.joining(", ")) + "."));
    }

    /**
     * The language that a request's parameter names, or else the one that its client would rather have.
     *
     * @throws ProblemException if it names one that is not offered
     */
    public Locale asked(Context context) {
        String code = context.queryParam(PARAMETER);
        return code == null ? preferred(context.header("Accept-Language")) : named(code);
    }

    /** The language that a client would rather have, by its header {@code Accept-Language} (RFC 4647, lookup). */
    Locale preferred(@Nullable String header) {
        return ranges(header)
                .flatMap(ranges -> Optional.ofNullable(Locale.lookup(
                        ranges,
                        offered.stream()
                                .map(language -> Locale.forLanguageTag(language.getLanguage()))
                                .toList())))
                .map(found -> named(found.getLanguage()))
                .orElse(offered.get(0));
    }

    /** What the header asks for; nothing where it cannot be read, since it is a wish and no order. */
    private static Optional<List<Locale.LanguageRange>> ranges(@Nullable String header) {
        try {
            return header == null || header.isBlank()
                    ? Optional.empty()
                    : Optional.of(Locale.LanguageRange.parse(header));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
