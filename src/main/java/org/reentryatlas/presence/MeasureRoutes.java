package org.reentryatlas.presence;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.db.Database;
import org.reentryatlas.http.Json;
import org.reentryatlas.http.Parameters;
import org.reentryatlas.http.Routes;
import org.reentryatlas.identity.Account;
import org.reentryatlas.identity.Gatekeeper;
import org.reentryatlas.identity.Session;

/** What both agencies did, by month and beat: {@code /outreach/measures}, for everybody what was for everybody. */
public final class MeasureRoutes implements Routes {
    private final MeasureStore measures;
    private final BeatStore beats;
    private final Gatekeeper gatekeeper;
    private final ZoneId zone;
    private final Clock clock;

    /**
     * On two roles.
     *
     * @param web reads beats
     * @param desk reads plans
     * @param zone of the jurisdiction
     */
    public MeasureRoutes(Database web, Database desk, Gatekeeper gatekeeper, ZoneId zone, Clock clock) {
        this.measures = new MeasureStore(desk);
        this.beats = new BeatStore(web);
        this.gatekeeper = gatekeeper;
        this.zone = zone;
        this.clock = clock;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/outreach/measures", this::list);
        routes.get("/outreach/measures.csv", this::table);
    }

    /** The database looks through the plans of up to five years. */
    @Override
    public List<String> laborious() {
        return List.of("/outreach/measures(\\.csv)?(\\?.*)?");
    }

    private void list(Context context) {
        Parameters parameters = Parameters.of(context, Set.of("from", "to", "shapes"));
        Measures read = read(context, parameters, parameters.yes("shapes"));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("months", read.months().all());
        body.put("measures", read.measures().stream().map(Measure::code).toList());
        body.put("all", row(read, read.all()));
        body.put("areas", read.areas().stream().map(row -> row(read, row)).toList());
        Gatekeeper.answer(context, body);
    }

    private void table(Context context) {
        Measures read = read(context, Parameters.of(context, Set.of("from", "to")), false);
        Gatekeeper.asReader(context)
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"reentry-atlas-measures-%s-%s.csv\""
                                .formatted(read.months().from(), read.months().to()))
                .contentType("text/csv; charset=utf-8; header=present")
                .result(MeasureTable.write(read));
    }

    private Measures read(Context context, Parameters parameters, boolean withShapes) {
        Months months = Months.read(parameters, YearMonth.now(clock.withZone(zone)));
        Optional<Account> account = gatekeeper.session(context).map(Session::account);
        return Measures.of(
                months,
                beats.list(LocalDate.now(clock.withZone(zone)), withShapes),
                measures.count(months, zone, clock.instant()),
                key -> isFor(account, key) ? List.of(Measure.values()) : Measure.ofEverybody());
    }

    /** Tours and patrols are counted for whoever may read each of them: planners, and officers in their beats. */
    private static boolean isFor(Optional<Account> account, String key) {
        return account.filter(reader -> reader.isPlanner()
                        || (reader.isBeatOfficer()
                                && (key.equals(Measures.ALL) ? reader.areas().isEmpty() : reader.hasArea(key))))
                .isPresent();
    }

    private static Map<String, Object> row(Measures read, Measures.Row row) {
        Map<String, Object> described = new LinkedHashMap<>();
        if (!row.key().equals(Measures.ALL)) {
            described.put("key", row.key());
            described.put("name", row.beat().map(Beat::name).orElse(""));
            described.put("isCurrent", row.beat().isPresent());
        }
        List<@Nullable BigDecimal> totals = new ArrayList<>();
        read.measures().forEach(measure -> totals.add(number(row.total(measure))));
        described.put("totals", totals);
        described.put(
                "trend",
                IntStream.range(0, row.values().size())
                        .mapToObj(month -> {
                            List<@Nullable BigDecimal> values = new ArrayList<>();
                            read.measures().forEach(measure -> values.add(number(row.value(month, measure))));
                            return values;
                        })
                        .toList());
        row.beat().map(Beat::geojson).ifPresent(shape -> described.put("geometry", Json.read(shape)));
        return described;
    }

    private static @Nullable BigDecimal number(@Nullable Double value) {
        return value == null ? null : MeasureTable.rounded(value);
    }
}
