package org.reentryatlas.layer;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.reentryatlas.geo.Classification.Method;
import org.reentryatlas.http.Answer;
import org.reentryatlas.http.Answers;
import org.reentryatlas.http.Json;
import org.reentryatlas.http.Parameters;
import org.reentryatlas.http.ProblemException;
import org.reentryatlas.http.Routes;

/**
 * Classes of a choropleth: how the published values of a column are parted, of all dates together unless one is named, so that a
 * shade means the same on each.
 */
public final class ClassRoutes implements Routes {
    private static final int USUAL_COUNT = 5;
    private static final int MOST_COUNT = 9;

    private final Catalogue catalogue;
    private final Answers answers;

    public ClassRoutes(Catalogue catalogue, Answers answers) {
        this.catalogue = catalogue;
        this.answers = answers;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/classes", answers.by(this::classes));
    }

    private Answer classes(Context context) {
        Parameters parameters = Parameters.of(context, Set.of("layer", "column", "method", "count", "date"));
        Snapshot snapshot = catalogue.now();
        Layer layer = snapshot.layer(required(parameters, "layer", "layer=people-by-beat"));
        String column = required(parameters, "column", "column=people");
        Method method = parameters.text("method").map(ClassRoutes::method).orElse(Method.QUANTILE);
        int count = parameters.whole("count", USUAL_COUNT, 1, MOST_COUNT);
        List<PublishedRelease> releases = releases(layer, parameters.text("date"));
        ColumnValues values = ColumnValues.of(snapshot, layer, column, releases);
        return Answer.of(
                "application/json",
                Json.write(Members.of(
                        "layer",
                        layer.id(),
                        "column",
                        column,
                        "method",
                        word(method),
                        "dates",
                        releases.stream()
                                .map(release -> release.referenceDate().toString())
                                .toList(),
                        "classes",
                        values.classes(method, count))));
    }

    private static String required(Parameters parameters, String name, String example) {
        return parameters
                .text(name)
                .orElseThrow(() -> ProblemException.badRequest(
                        "PARAMETER_MISSING", "Parameter '" + name + "' is missing.", "For example " + example + "."));
    }

    private static String word(Method method) {
        return method.name().toLowerCase(Locale.ROOT);
    }

    private static Method method(String given) {
        return Stream.of(Method.values())
                .filter(method -> word(method).equals(given))
                .findFirst()
                .orElseThrow(() -> ProblemException.badRequest(
                        "METHOD_UNKNOWN",
                        "Parameter 'method' names a method that is not known.",
                        "The methods are: "
                                + Stream.of(Method.values())
                                        .map(ClassRoutes::word)
                                        .collect(Collectors.joining(", "))
                                + "."));
    }

    /** The newest release of each date, or of the one that is asked for. */
    private static List<PublishedRelease> releases(Layer layer, Optional<String> date) {
        if (date.isEmpty()) {
            return layer.releases().stream().filter(layer::isServed).toList();
        }
        LocalDate day = day(date.get());
        return List.of(layer.release(day::equals)
                .orElseThrow(() -> ProblemException.notFound(
                        layer.isOfReleases() ? "The layer has no release of this date." : "The layer has no dates.")));
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw ProblemException.badRequest(
                    "PARAMETER_INVALID", "Parameter 'date' is not a day.", "For example date=2026-09-30.");
        }
    }
}
