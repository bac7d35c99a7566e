package org.reentryatlas.outreach;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.db.Database;
import org.reentryatlas.geo.LonLat;
import org.reentryatlas.http.JsonBody;
import org.reentryatlas.http.Parameters;
import org.reentryatlas.http.ProblemException;
import org.reentryatlas.http.Routes;
import org.reentryatlas.identity.Account;
import org.reentryatlas.identity.Gatekeeper;
import org.reentryatlas.identity.Secret;
import org.reentryatlas.upkeep.AppearanceStore;

/** Members of staff say how a block looks that they walk: {@code /outreach/appearance}. */
public final class AppearanceRoutes implements Routes {
    private static final int SCORER_BYTES = 16;

    private final AppearanceStore scores;
    private final Gatekeeper gatekeeper;
    private final ZoneId zone;
    private final Clock clock;

    /**
     * As the role that writes.
     *
     * @param zone of the jurisdiction, whose day a score has
     */
    public AppearanceRoutes(Database desk, Gatekeeper gatekeeper, ZoneId zone, Clock clock) {
        this.scores = new AppearanceStore(desk);
        this.gatekeeper = gatekeeper;
        this.zone = zone;
        this.clock = clock;
    }

    /**
     * How a block looks.
     *
     * @param block the segment of its street
     * @param score 1 (no litter) to 4 (extremely littered)
     */
    record Look(@Nullable Long block, @Nullable Integer score) {}

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/outreach/block", this::block);
        routes.post("/outreach/appearance", this::score);
    }

    /** On which block somebody stands who asks with the position of a phone; the position is kept nowhere. */
    private void block(Context context) {
        Parameters parameters = Parameters.of(context, Set.of("lon", "lat"));
        LonLat place = new LonLat(degrees(parameters, "lon", 180), degrees(parameters, "lat", 90));
        AppearanceStore.Block found = scores.findBlock(place)
                .orElseThrow(() -> ProblemException.notFound("There is no street within " + AppearanceStore.NEAR_METRES
                        + " m of this place where anybody would clean up."));
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("block", found.segmentId());
        body.put("street", found.street());
        body.put("lowest", found.lowest());
        body.put("highest", found.highest());
        context.header("Cache-Control", "no-store").json(body);
    }

    private static double degrees(Parameters parameters, String name, double most) {
        String given = parameters.text(name).orElse("");
        double degrees = given.matches("-?[0-9]{1,3}(\\.[0-9]{1,17})?") ? Double.parseDouble(given) : Double.NaN;
        if (Math.abs(degrees) <= most) {
            return degrees;
        }
        throw ProblemException.badRequest(
                "PARAMETER_INVALID",
                "Parameter '" + name + "' is missing or no degree on the earth.",
                "Longitude and latitude on WGS 84, such as lon=-76.995&lat=38.905.");
    }

    private void score(Context context) {
        Account account = gatekeeper.requireForChange(context);
        Look look = JsonBody.read(context, Look.class);
        Long block = look.block();
        Integer score = look.score();
        Faults faults = new Faults();
        faults.require(block != null, "block", "is missing: which block is it?");
        faults.require(score != null && score >= 1 && score <= 4, "score", "is not 1 (no litter) to 4");
        faults.throwIfAny();
        if (block == null || score == null) {
            return;
        }
        LocalDate today = LocalDate.now(clock.withZone(zone));
        if (!scores.add(block, score, today, scorer(account))) {
            throw scores.isBlock(block)
                    ? ProblemException.conflict(
                            "SCORED_TODAY", "You have scored this block today.", "Score it again another day.")
                    : ProblemException.notFound("There is no such block, or no longer.");
        }
        context.status(201)
                .header("Cache-Control", "no-store")
                .json(Map.of("block", block, "score", score, "day", today));
    }

    /** Always the same of an account, and nothing that says whose it is. */
    private static String scorer(Account account) {
        return HexFormat.of().formatHex(Secret.digest("appearance " + account.id()), 0, SCORER_BYTES);
    }
}
