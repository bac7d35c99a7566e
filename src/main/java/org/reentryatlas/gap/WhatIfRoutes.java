package org.reentryatlas.gap;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.gap.Figure.Span;
import org.reentryatlas.gap.Gain.Moved;
import org.reentryatlas.http.Parameters;
import org.reentryatlas.http.ProblemException;
import org.reentryatlas.http.Routes;

import static java.util.Objects.requireNonNull;

/** What would become of the gaps of a run if there were other sites: {@code /gaps/{runId}/what-if}. */
public final class WhatIfRoutes implements Routes {
    private static final List<String> BOUNDED = List.of("demand", "within_15", "within_30", "gap");

    private final WhatIfService service;

    public WhatIfRoutes(WhatIfService service) {
        this.service = service;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/gaps/{runId}/what-if", this::asJson);
        routes.get("/gaps/{runId}/what-if.csv", this::asTable);
    }

    /** Whoever waits for a turn holds up nobody who asks for something else. */
    @Override
    public List<String> laborious() {
        return List.of("/gaps/[^/]+/what-if(\\.csv)?(\\?.*)?");
    }

    private void asJson(Context context) {
        Scenario scenario = scenario(context);
        WhatIf.Answer answer = answer(context, scenario);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("run", context.pathParam("runId"));
        body.put("mode", scenario.mode().code());
        body.put("category", scenario.category());
        body.put("ways", answer.isOnStreets() ? "streets" : "straight lines");
        body.put("countsCapacity", answer.countsCapacity());
        body.put("sitesBefore", answer.before().size());
        body.put("sitesAfter", answer.after().size());
        body.put("hoursUnknown", answer.hoursUnknown());
        body.put("newOffStreets", answer.offStreets());
        body.put("credits", answer.credits());
        body.put(
                "sites",
                answer.before().stream()
                        .map(site -> describe(site, scenario, answer))
                        .toList());
        body.put("areas", answer.changes().stream().map(WhatIfRoutes::describe).toList());
        context.header("Cache-Control", "no-cache").json(body);
    }

    private static Scenario scenario(Context context) {
        return ScenarioParameters.read(
                Parameters.repeating(context, ScenarioParameters.ONCE, ScenarioParameters.REPEATED));
    }

    private WhatIf.Answer answer(Context context, Scenario scenario) {
        try {
            return service.answer(context.pathParam("runId"), scenario)
                    .orElseThrow(() -> ProblemException.notFound(
                            "There is no run of gaps of this identifier; /gaps lists what there is."));
        } catch (GapException e) {
            throw ProblemException.badRequest(
                    "SCENARIO_IMPOSSIBLE",
                    "This cannot be supposed: " + e.getMessage() + ".",
                    "Asked with mode and category alone, it lists the sites.");
        }
    }

    private static Map<String, @Nullable Object> describe(Site site, Scenario scenario, WhatIf.Answer answer) {
        Map<String, @Nullable Object> described = new LinkedHashMap<>();
        described.put("id", site.id());
        described.put("name", site.name());
        described.put("lon", site.place().longitude());
        described.put("lat", site.place().latitude());
        described.put("capacity", site.capacity().isPresent() ? site.capacity().getAsInt() : null);
        described.put("openingHours", site.openingHours());
        Span people = requireNonNull(answer.potentials().get(site.id())).people();
        described.put("people_2mi", List.of(people.low(), people.high()));
        described.put("open", scenario.isOpen(site).orElse(null));
        return described;
    }

    private static Map<String, Object> describe(WhatIf.Change change) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("level", change.before().area().level());
        described.put("key", change.before().area().key());
        described.put("before", describe(change.before()));
        described.put("after", describe(change.after()));
        described.put("moved_15", List.of(change.near().low(), change.near().high()));
        described.put("moved_30", List.of(change.far().low(), change.far().high()));
        return described;
    }

    private static Map<String, @Nullable Object> describe(Figure figure) {
        Map<String, @Nullable Object> described = new LinkedHashMap<>();
        for (String name : BOUNDED) {
            Span span = span(figure, name);
            described.put(name, span == null ? null : List.of(span.low(), span.high()));
        }
        described.put(
                "nearest_s", figure.nearest().isPresent() ? figure.nearest().getAsInt() : null);
        described.put("third_s", figure.third().isPresent() ? figure.third().getAsInt() : null);
        return described;
    }

    private static @Nullable Span span(Figure figure, String name) {
        return switch (name) {
            case "demand" -> figure.demand();
            case "within_15" -> figure.within15();
            case "within_30" -> figure.within30();
            default -> figure.gap();
        };
    }

    private void asTable(Context context) {
        Scenario scenario = scenario(context);
        WhatIf.Answer answer = answer(context, scenario);
        context.header("Cache-Control", "no-cache")
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"reentry-atlas-" + context.pathParam("runId") + "-what-if.csv\"")
                .contentType("text/csv; charset=utf-8; header=present")
                .result(CsvText.write(header(), answer.changes(), WhatIfRoutes::row));
    }

    private static List<String> header() {
        List<String> header = new ArrayList<>(List.of("level", "area_key"));
        for (String when : List.of("before", "after")) {
            for (String name : BOUNDED) {
                header.add(name + "_" + when + "_low");
                header.add(name + "_" + when + "_high");
            }
            header.add("nearest_s_" + when);
            header.add("third_s_" + when);
        }
        header.addAll(List.of("moved_15_low", "moved_15_high", "moved_30_low", "moved_30_high"));
        return header;
    }

    private static List<String> row(WhatIf.Change change) {
        List<String> row = new ArrayList<>();
        row.add(change.before().area().level());
        row.add(CsvText.guarded(change.before().area().key()));
        for (Figure figure : List.of(change.before(), change.after())) {
            for (String name : BOUNDED) {
                Span span = span(figure, name);
                row.add(span == null ? "" : CsvText.number(span.low()));
                row.add(span == null ? "" : CsvText.number(span.high()));
            }
            row.add(CsvText.number(figure.nearest()));
            row.add(CsvText.number(figure.third()));
        }
        for (Moved moved : List.of(change.near(), change.far())) {
            row.add(CsvText.number(moved.low()));
            row.add(CsvText.number(moved.high()));
        }
        return row;
    }
}
