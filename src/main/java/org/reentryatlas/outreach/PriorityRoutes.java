package org.reentryatlas.outreach;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.db.Database;
import org.reentryatlas.http.Json;
import org.reentryatlas.http.Parameters;
import org.reentryatlas.http.Routes;
import org.reentryatlas.upkeep.Conditions;

import static java.util.Objects.requireNonNull;

/** Where a clean-up is needed most, for everybody: {@code /outreach/priority} by area and {@code /outreach/priority/blocks}. */
public final class PriorityRoutes implements Routes {
    private static final String USUAL_LEVEL = "beat";
    private static final int USUAL_BLOCKS = 100;
    private static final int MOST_BLOCKS = 2_000;

    private final PriorityService service;

    /**
     * On two roles.
     *
     * @param web reads streets and requests
     * @param desk reads plans
     * @param zone of the jurisdiction
     */
    public PriorityRoutes(Database web, Database desk, ZoneId zone, Clock clock) {
        this.service = new PriorityService(web, desk, zone, clock);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/outreach/priority", this::areas);
        routes.get("/outreach/priority.csv", this::areaTable);
        routes.get("/outreach/priority/blocks", this::blocks);
        routes.get("/outreach/priority/blocks.csv", this::blockTable);
    }

    /** The database looks through all streets and requests of some years. */
    @Override
    public List<String> laborious() {
        return List.of("/outreach/priority(/blocks)?(\\.csv)?(\\?.*)?");
    }

    private static String level(Parameters parameters) {
        return parameters.text("level").orElse(USUAL_LEVEL);
    }

    private static Parameters blockParameters(Context context) {
        return Parameters.of(context, PriorityQuestion.names("limit"));
    }

    private static <T> List<Urgency.Row<T>> first(Urgency<T> urgency, Parameters parameters) {
        int limit = parameters.whole("limit", USUAL_BLOCKS, 1, MOST_BLOCKS);
        return urgency.rows().stream().limit(limit).toList();
    }

    private void areas(Context context) {
        Parameters parameters = Parameters.of(context, PriorityQuestion.names("level", "shapes"));
        PriorityQuestion asked = PriorityQuestion.read(parameters, service.today());
        PriorityService.Areas found = service.areas(level(parameters), asked);
        Map<String, String> shapes = parameters.yes("shapes") ? service.shapes(level(parameters), asked) : Map.of();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("level", level(parameters));
        body.put("levels", found.levels());
        body.put("day", asked.day());
        body.put("requestsTo", found.requestsTo());
        body.put("days", asked.days());
        body.put("elsewhere", found.elsewhere());
        body.put("parts", parts(found.urgency(), "km"));
        body.put(
                "areas",
                found.urgency().rows().stream()
                        .map(row -> area(row, shapes.get(row.place().key())))
                        .toList());
        answer(context).json(body);
    }

    private void blocks(Context context) {
        Parameters parameters = blockParameters(context);
        PriorityQuestion asked = PriorityQuestion.read(parameters, service.today());
        PriorityService.Faces found = service.faces(asked);
        List<Urgency.Row<Conditions.BlockFace>> rows = first(found.urgency(), parameters);
        Map<Long, String> lines = service.lines(rows);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("day", asked.day());
        body.put("requestsTo", found.requestsTo());
        body.put("days", asked.days());
        body.put("total", found.urgency().rows().size());
        body.put("parts", parts(found.urgency(), "block"));
        body.put(
                "blocks",
                rows.stream()
                        // A load may have taken the street away since.
                        .filter(row -> lines.containsKey(row.place().segmentId()))
                        .map(row ->
                                block(row, requireNonNull(lines.get(row.place().segmentId()))))
                        .toList());
        answer(context).json(body);
    }

    /** How each part is scaled and weighed, so that whoever has the answer can score it with other weights. */
    private static List<Map<String, Object>> parts(Urgency<?> urgency, String each) {
        return Stream.of(UrgencyPart.values())
                .map(part -> {
                    Map<String, Object> described = new LinkedHashMap<>();
                    described.put("code", part.code());
                    described.put("per", part.isCount() ? each : "");
                    described.put("weight", requireNonNull(urgency.weights().get(part)));
                    described.put("usualWeight", part.weight());
                    described.put("zero", part.zero());
                    described.put("scale", requireNonNull(urgency.scales().get(part)));
                    described.put("unknown", part.unknown());
                    return described;
                })
                .toList();
    }

    private static Map<String, @Nullable Object> area(Urgency.Row<Conditions.Area> row, @Nullable String shape) {
        Map<String, @Nullable Object> described = new LinkedHashMap<>();
        described.put("key", row.place().key());
        described.put("name", row.place().name());
        described.put("streetKm", row.place().figures().streetKm());
        described.put("scorers", row.place().figures().scorers());
        addScore(described, row);
        if (shape != null) {
            described.put("geometry", Json.read(shape));
        }
        return described;
    }

    private static Map<String, @Nullable Object> block(Urgency.Row<Conditions.BlockFace> row, String line) {
        Conditions.BlockFace face = row.place();
        Map<String, @Nullable Object> described = new LinkedHashMap<>();
        described.put("key", face.key());
        described.put("block", face.segmentId());
        described.put("side", face.side());
        described.put("street", face.street());
        described.put("lowest", face.lowest());
        described.put("highest", face.highest());
        described.put("scorers", face.figures().scorers());
        addScore(described, row);
        described.put("geometry", Json.read(line));
        return described;
    }

    private static void addScore(Map<String, @Nullable Object> described, Urgency.Row<?> row) {
        described.put("rank", row.ranked().rank());
        described.put("score", row.ranked().score());
        List<@Nullable Double> values = new ArrayList<>();
        row.values().forEach(value -> values.add(value.isNaN() ? null : value));
        described.put("values", values);
    }

    private void areaTable(Context context) {
        Parameters parameters = Parameters.of(context, PriorityQuestion.names("level"));
        PriorityQuestion asked = PriorityQuestion.read(parameters, service.today());
        String table =
                PriorityTable.ofAreas(service.areas(level(parameters), asked).urgency());
        sendTable(context, "priority", table);
    }

    private void blockTable(Context context) {
        Parameters parameters = blockParameters(context);
        Urgency<Conditions.BlockFace> found = service.faces(PriorityQuestion.read(parameters, service.today()))
                .urgency();
        sendTable(context, "priority-blocks", PriorityTable.ofFaces(first(found, parameters)));
    }

    private static void sendTable(Context context, String name, String table) {
        answer(context)
                .header("Content-Disposition", "attachment; filename=\"reentry-atlas-" + name + ".csv\"")
                .contentType("text/csv; charset=utf-8; header=present")
                .result(table);
    }

    private static Context answer(Context context) {
        return context.header("Cache-Control", "no-cache");
    }
}
