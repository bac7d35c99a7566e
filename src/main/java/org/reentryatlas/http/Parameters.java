package org.reentryatlas.http;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Query parameters, read strictly: what is unknown, repeated or malformed is a 400 that names it. */
public final class Parameters {
    private final Map<String, List<String>> values;

    private Parameters(Map<String, List<String>> values) {
        this.values = values;
    }

    /** The request's parameters, all of which must be among the allowed ones. */
    public static Parameters of(Context context, Set<String> allowed) {
        return of(context, allowed, allowed);
    }

    /**
     * The request's parameters.
     *
     * @param told those that an error lists
     * @param allowed all that may be given, which may be too many to list
     */
    public static Parameters of(Context context, Set<String> told, Set<String> allowed) {
        return of(context, told, allowed, Set.of());
    }

    /**
     * The request's parameters, some of which may be given more than once.
     *
     * @param once those that may not
     * @param repeated those that may
     */
    public static Parameters repeating(Context context, Set<String> once, Set<String> repeated) {
        Set<String> all = new TreeSet<>(once);
        all.addAll(repeated);
        return of(context, all, all, repeated);
    }

    private static Parameters of(Context context, Set<String> told, Set<String> allowed, Set<String> repeated) {
        Map<String, List<String>> values = context.queryParamMap();
        values.forEach((name, given) -> {
            if (!allowed.contains(name)) {
                throw ProblemException.badRequest(
                        "PARAMETER_UNKNOWN",
                        "There is no parameter '" + name + "' here.",
                        told.isEmpty()
                                ? "This resource takes no parameters."
                                : "The parameters are: " + String.join(", ", new TreeSet<>(told))
                                        + (allowed.size() > told.size() ? ", and the names of properties." : "."));
            }
            // Neither can the database take a text with a NUL in it.
            if (given.isEmpty() || given.stream().anyMatch(value -> value.indexOf('\0') >= 0)) {
                throw ProblemException.badRequest(
                        "PARAMETER_INVALID",
                        "Parameter '" + name + "' cannot be decoded, or holds a NUL.",
                        "Escape it as UTF-8, without %00.");
            }
            if (given.size() > 1 && !repeated.contains(name)) {
                throw ProblemException.badRequest(
                        "PARAMETER_REPEATED", "Parameter '" + name + "' is given twice.", "Give it once.");
            }
        });
        return new Parameters(values);
    }

    public Optional<String> text(String name) {
        List<String> given = values.getOrDefault(name, List.of());
        return given.isEmpty() ? Optional.empty() : Optional.of(given.get(0));
    }

    /** All that is given of one that may be repeated, in that order. */
    public List<String> texts(String name) {
        return List.copyOf(values.getOrDefault(name, List.of()));
    }

    /** Whether it is {@code true}; left out it is {@code false}. */
    public boolean yes(String name) {
        return switch (text(name).orElse("false")) {
            case "true" -> true;
            case "false" -> false;
            default ->
                throw ProblemException.badRequest(
                        "PARAMETER_INVALID",
                        "Parameter '" + name + "' is neither true nor false.",
                        "For example " + name + "=true.");
        };
    }

    /**
     * A whole number of at least {@code least}; what is larger than {@code most} counts as {@code most}, as OGC API –
     * Features asks of {@code limit}.
     */
    public int whole(String name, int fallback, int least, int most) {
        Optional<String> given = text(name);
        if (given.isEmpty()) {
            return fallback;
        }
        try {
            long number = Long.parseLong(given.get());
            if (number >= least) {
                return (int) Math.min(number, most);
            }
        } catch (NumberFormatException e) {
            // Falls through to the one problem below.
        }
        throw ProblemException.badRequest(
                "PARAMETER_INVALID",
                "Parameter '" + name + "' is not a whole number of at least " + least + ".",
                "For example " + name + "=" + fallback + ".");
    }
}
