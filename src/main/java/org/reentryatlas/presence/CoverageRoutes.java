package org.reentryatlas.presence;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.db.Database;
import org.reentryatlas.http.Json;
import org.reentryatlas.http.Parameters;
import org.reentryatlas.http.ProblemException;
import org.reentryatlas.http.Routes;
import org.reentryatlas.identity.Gatekeeper;
import org.reentryatlas.layer.Catalogue;
import org.reentryatlas.layer.FeatureTable;
import org.reentryatlas.layer.Snapshot;

import static java.util.Objects.requireNonNull;

/** Where officers should walk or ride in a week: {@code /outreach/coverage}, for planners. */
public final class CoverageRoutes implements Routes {
    private final PresenceStore presence;
    private final BeatStore beats;
    private final Catalogue catalogue;
    private final Gatekeeper gatekeeper;
    private final ZoneId zone;
    private final Clock clock;

    /**
     * On two roles.
     *
     * @param web reads beats
     * @param desk reads plans
     * @param catalogue has the layers of gaps
     * @param zone of the jurisdiction
     */
    public CoverageRoutes(
            Database web, Database desk, Catalogue catalogue, Gatekeeper gatekeeper, ZoneId zone, Clock clock) {
        this.presence = new PresenceStore(desk);
        this.beats = new BeatStore(web);
        this.catalogue = catalogue;
        this.gatekeeper = gatekeeper;
        this.zone = zone;
        this.clock = clock;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/outreach/coverage", this::share);
    }

    private void share(Context context) {
        if (!gatekeeper.require(context).account().isPlanner()) {
            throw ProblemException.forbidden(
                    "PLANNERS_ONLY", "Only planners may do this.", "Ask a planner of your agency.");
        }
        Parameters parameters = Parameters.of(context, CoverageQuestion.names());
        LocalDate today = LocalDate.now(clock.withZone(zone));
        CoverageQuestion question = CoverageQuestion.read(parameters, today);
        List<Beat> known = beats.list(question.week(), parameters.yes("shapes"));
        if (known.isEmpty()) {
            throw ProblemException.conflict(
                    "NO_AREAS", "No boundaries hold on " + question.week() + ".", "Take a week that has some.");
        }
        Coverage coverage = Coverage.of(
                question,
                known,
                presence.find(question.week(), zone, clock.instant()),
                gaps(catalogue.now(), known.get(0).level()),
                today);
        Gatekeeper.answer(context, body(coverage));
    }

    /**
     * Of the areas of a level, the least that the gaps of all kinds of services add up to: on foot, as officers are, or by the first way that the layers have. Sums are rounded as the
     * layers are.
     */
    static Map<String, Double> gaps(Snapshot snapshot, String level) {
        Optional<FeatureTable> table = snapshot.levels().stream()
                .filter(words -> words.code().equals(level))
                .flatMap(words -> snapshot.gaps(words).values().stream())
                .findFirst();
        Map<String, Double> gaps = new HashMap<>();
        table.ifPresent(found -> {
            for (int row = 0; row < found.size(); row++) {
                double sum = 0;
                for (var category : snapshot.categories()) {
                    Integer column = found.column(category.code() + "_gap_low");
                    sum += column != null && found.value(row, column) instanceof Number gap ? gap.doubleValue() : 0;
                }
                gaps.put(found.id(row), sum);
            }
        });
        return gaps;
    }

    private static Map<String, Object> body(Coverage coverage) {
        CoverageQuestion question = coverage.question();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("week", question.week());
        body.put("hours", question.hours());
        body.put("length", question.length());
        body.put("parts", parts(coverage));
        body.put("areas", coverage.rows().stream().map(row -> row(row)).toList());
        body.put(
                "patrols",
                coverage.patrols().stream()
                        .map(given -> patrol(given, question))
                        .toList());
        body.put("hoursLeft", MeasureTable.rounded(coverage.left()));
        return body;
    }

    /** How each part is scaled and weighed. */
    private static List<Map<String, Object>> parts(Coverage coverage) {
        return Stream.of(NeedPart.values())
                .map(part -> {
                    Map<String, Object> described = new LinkedHashMap<>();
                    described.put("code", part.code());
                    described.put(
                            "weight",
                            requireNonNull(coverage.question().weights().get(part)));
                    described.put("usualWeight", part.weight());
                    described.put("scale", requireNonNull(coverage.scales().get(part)));
                    described.put("unknown", part.unknown());
                    return described;
                })
                .toList();
    }

    private static Map<String, @Nullable Object> row(Coverage.Row row) {
        Map<String, @Nullable Object> described = new LinkedHashMap<>();
        described.put("key", row.beat().key());
        described.put("name", row.beat().name());
        described.put("rank", row.ranked().rank());
        described.put("score", row.ranked().score());
        List<@Nullable BigDecimal> values = new ArrayList<>();
        row.values().forEach(value -> values.add(value.isNaN() ? null : MeasureTable.rounded(value)));
        described.put("values", values);
        described.put("points", row.ranked().points());
        described.put("lastDay", row.presence().lastDay());
        described.put("plannedHours", MeasureTable.rounded(row.presence().plannedHours()));
        described.put("patrols", row.given());
        described.put("shareHours", MeasureTable.rounded(row.share()));
        String shape = row.beat().geojson();
        if (shape != null) {
            described.put("geometry", Json.read(shape));
        }
        return described;
    }

    /** As a plan of a patrol has it. */
    private static Map<String, Object> patrol(Sharing.Given given, CoverageQuestion question) {
        LocalDateTime starts = given.day().atTime(question.at());
        return Map.of("area", given.key(), "starts", starts, "ends", starts.plusHours(question.length()));
    }
}
