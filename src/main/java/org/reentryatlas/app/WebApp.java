package org.reentryatlas.app;

import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.address.AddressSearchStore;
import org.reentryatlas.basemap.BaseTileRoutes;
import org.reentryatlas.basemap.Basemap;
import org.reentryatlas.basemap.GroundStore;
import org.reentryatlas.brief.AssessmentRoutes;
import org.reentryatlas.brief.BriefRoutes;
import org.reentryatlas.brief.TextRoutes;
import org.reentryatlas.coalition.SelfAssessmentRoutes;
import org.reentryatlas.db.Database;
import org.reentryatlas.db.Role;
import org.reentryatlas.db.Wall;
import org.reentryatlas.dcat.CatalogRoutes;
import org.reentryatlas.desk.AccountRoutes;
import org.reentryatlas.desk.AgreementRoutes;
import org.reentryatlas.desk.AuditRoutes;
import org.reentryatlas.desk.DisclosureRoutes;
import org.reentryatlas.desk.PostedRoutes;
import org.reentryatlas.desk.ProposalRoutes;
import org.reentryatlas.export.DownloadRoutes;
import org.reentryatlas.export.DownloadStore;
import org.reentryatlas.export.KeyedRoutes;
import org.reentryatlas.export.LayerRoutes;
import org.reentryatlas.export.ReleaseRoutes;
import org.reentryatlas.gap.GapRoutes;
import org.reentryatlas.gap.RunStore;
import org.reentryatlas.gap.WhatIfRoutes;
import org.reentryatlas.gap.WhatIfService;
import org.reentryatlas.http.Answers;
import org.reentryatlas.http.HttpServer;
import org.reentryatlas.http.Metrics;
import org.reentryatlas.http.OperationsRoutes;
import org.reentryatlas.http.PortTakenException;
import org.reentryatlas.http.Routes;
import org.reentryatlas.identity.AccessMatrix;
import org.reentryatlas.identity.ApiKeyStore;
import org.reentryatlas.identity.Gatekeeper;
import org.reentryatlas.identity.KeyGate;
import org.reentryatlas.identity.KeyRoutes;
import org.reentryatlas.identity.OidcRoutes;
import org.reentryatlas.identity.OidcSettings;
import org.reentryatlas.identity.OidcStore;
import org.reentryatlas.identity.OwnRoutes;
import org.reentryatlas.identity.OwnStore;
import org.reentryatlas.identity.SessionRoutes;
import org.reentryatlas.identity.SessionStore;
import org.reentryatlas.identity.SignInStore;
import org.reentryatlas.layer.Catalogue;
import org.reentryatlas.layer.ClassRoutes;
import org.reentryatlas.layer.LayerStore;
import org.reentryatlas.layer.MapRoutes;
import org.reentryatlas.layer.ReleaseFigures;
import org.reentryatlas.locate.LocateRoutes;
import org.reentryatlas.ogc.OgcRoutes;
import org.reentryatlas.outreach.AppearanceRoutes;
import org.reentryatlas.outreach.CalendarRoutes;
import org.reentryatlas.outreach.EffectRoutes;
import org.reentryatlas.outreach.EventRoutes;
import org.reentryatlas.outreach.NextEvents;
import org.reentryatlas.outreach.PatrolRoutes;
import org.reentryatlas.outreach.PlanRoutes;
import org.reentryatlas.outreach.PriorityRoutes;
import org.reentryatlas.outreach.RosterRoutes;
import org.reentryatlas.outreach.SignUpRoutes;
import org.reentryatlas.presence.CoverageRoutes;
import org.reentryatlas.presence.MeasureRoutes;
import org.reentryatlas.presence.OutcomeRoutes;

/** The running web application: the serving database and the server on it. */
final class WebApp implements AutoCloseable {
    /** How soon a publication or a load must be seen. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    /** How soon pages of areas say what was planned: nobody waits for it. */
    private static final Duration PLANS_FRESH = Duration.ofSeconds(5);

    private final HttpServer server;
    /** What has to be closed, the last opened first. */
    private final Deque<Runnable> open;

    private WebApp(HttpServer server, Deque<Runnable> open) {
        this.server = server;
        this.open = open;
    }

    /**
     * Opens the database as the serving role, makes sure that the wall stands, and starts to listen.
     *
     * @throws ServeRefusedException if the role could reach the restricted schema
     * @throws PortTakenException if it cannot listen there
     */
    static WebApp start(Config config, int port) {
        Deque<Runnable> open = new ArrayDeque<>();
        try {
            return start(config, port, open);
        } catch (RuntimeException e) {
            closeAll(open);
            throw e;
        }
    }

    private static WebApp start(Config config, int port, Deque<Runnable> open) {
        Database database = Databases.open(config, Role.WEB);
        open.push(database::close);
        Metrics metrics = new Metrics();
        open.push(metrics::close);
        requireWall(database, Role.WEB);
        Database desk = Databases.open(config, Role.DESK);
        open.push(desk::close);
        requireWall(desk, Role.DESK);
        database.pool().setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(metrics.registry()));
        Catalogue catalogue = new Catalogue(
                new LayerStore(database),
                config.jurisdiction().name(),
                config.jurisdiction().levelWords(),
                FRESH);
        open.push(catalogue::close);
        Basemap basemap = new Basemap(new GroundStore(database), FRESH);
        open.push(basemap::close);
        NextEvents events = new NextEvents(desk, config.jurisdiction().timeZone(), Clock.systemUTC(), PLANS_FRESH);
        open.push(events::close);
        ReleaseFigures.addTo(metrics, catalogue);
        Answers answers =
                new Answers(() -> catalogue.now().version() + basemap.now().version(), catalogue::age, metrics);
        DownloadStore downloads = new DownloadStore(database);
        SessionStore sessions = new SessionStore(desk);
        Gatekeeper gatekeeper = new Gatekeeper(sessions, AccessMatrix.load(), Clock.systemUTC());
        List<Routes> features = new ArrayList<>(planning(database, desk, catalogue, config, gatekeeper));
        features.addAll(watching(desk, gatekeeper));
        SignInStore signIns = new SignInStore(desk, sessions, config.withSecondFactor(), Clock.systemUTC());
        OidcSettings oidc = config.oidc() == null ? null : config.oidc().withSecret();
        features.add(new SessionRoutes(sessions, signIns, gatekeeper, config.banner(), oidc));
        features.add(new OwnRoutes(new OwnStore(desk, sessions, signIns, config.placeWords()), gatekeeper));
        features.add(new OidcRoutes(
                gatekeeper, sessions, signIns, new OidcStore(desk), oidc, config.banner(), Clock.systemUTC()));
        features.add(new KeyRoutes(desk, gatekeeper, Clock.systemUTC()));
        features.addAll(List.of(
                new OgcRoutes(
                        catalogue,
                        answers,
                        config.publisher(),
                        config.jurisdiction().workingCrs(),
                        config.pageSize()),
                new MapRoutes(catalogue, answers, () -> background(basemap, config)),
                new BaseTileRoutes(basemap, answers),
                new ClassRoutes(catalogue, answers),
                new LocateRoutes(catalogue, new AddressSearchStore(database)),
                new DownloadRoutes(downloads),
                new WhatIfRoutes(new WhatIfService(database)),
                new GapRoutes(new RunStore(database)),
                new ReleaseRoutes(catalogue, answers, downloads, config.publisher()),
                new LayerRoutes(
                        catalogue,
                        answers,
                        downloads,
                        config.publisher(),
                        new KeyedRoutes(
                                new KeyDownloads(desk, Clock.systemUTC()),
                                database,
                                ReleaseFormats.of(config).exports())),
                new CatalogRoutes(catalogue, answers, downloads, config.publisher()),
                new BriefRoutes(
                        catalogue,
                        answers,
                        basemap,
                        config.publisher(),
                        config.jurisdiction().timeZone(),
                        config.paper(),
                        new BeatEvents(events)),
                new AssessmentRoutes(
                        catalogue, answers, config.jurisdiction().timeZone(), config.verifyDays(), config.paper()),
                new TextRoutes(answers, config.jurisdiction().name()),
                new OperationsRoutes(database::answers, metrics, config.metricsFrom())));
        HttpServer server = HttpServer.start(
                config.server().onPort(port),
                metrics,
                answers,
                new KeyGate(gatekeeper, new ApiKeyStore(desk)),
                features);
        open.push(server::close);
        return new WebApp(server, open);
    }

    /** What members of staff write on the web, and everybody reads of it. */
    private static List<Routes> planning(
            Database web, Database desk, Catalogue catalogue, Config config, Gatekeeper gatekeeper) {
        ZoneId zone = config.jurisdiction().timeZone();
        return List.of(
                new SelfAssessmentRoutes(desk, gatekeeper, zone),
                new PlanRoutes(
                        web, desk, gatekeeper, zone, config.jurisdiction().holidays()),
                new EventRoutes(desk, zone, config.jurisdiction().name(), Clock.systemUTC()),
                new PriorityRoutes(web, desk, zone, Clock.systemUTC()),
                new EffectRoutes(web, desk, zone, Clock.systemUTC()),
                new AppearanceRoutes(desk, gatekeeper, zone, Clock.systemUTC()),
                new RosterRoutes(
                        web, desk, gatekeeper, zone, config.jurisdiction().holidays(), Clock.systemUTC()),
                new PatrolRoutes(web, desk, gatekeeper, zone, Clock.systemUTC()),
                new MeasureRoutes(web, desk, gatekeeper, zone, Clock.systemUTC()),
                new CoverageRoutes(web, desk, catalogue, gatekeeper, zone, Clock.systemUTC()),
                new OutcomeRoutes(web, desk, gatekeeper, zone, Clock.systemUTC()),
                new SignUpRoutes(desk, gatekeeper, Clock.systemUTC()),
                new CalendarRoutes(desk, gatekeeper, zone, config.jurisdiction().name(), Clock.systemUTC()));
    }

    /** What those read and decide who watch over the service. */
    private static List<Routes> watching(Database desk, Gatekeeper gatekeeper) {
        return List.of(
                new ProposalRoutes(desk, gatekeeper),
                new PostedRoutes(desk, gatekeeper),
                new AgreementRoutes(desk),
                new DisclosureRoutes(desk, gatekeeper),
                new AccountRoutes(desk, gatekeeper),
                new AuditRoutes(desk, gatekeeper));
    }

    private static void closeAll(Deque<Runnable> open) {
        open.forEach(Runnable::run);
    }

    int port() {
        return server.port();
    }

    /** The methods and templates of all routes, for the test that holds the description equal to them. */
    List<String> routes() {
        return server.routes();
    }

    /** As the server says it, for the test that holds the routes to it. */
    boolean isLaborious(String pathAndQuery) {
        return server.isLaborious(pathAndQuery);
    }

    @Override
    public void close() {
        closeAll(open);
    }

    private static void requireWall(Database database, Role role) {
        List<String> breaches = Wall.breaches(database);
        if (!breaches.isEmpty()) {
            throw new ServeRefusedException(
                    "the wall is down, and nothing is served: " + role.user() + " " + String.join("; ", breaches));
        }
    }

    /** What the page is told beside the layers: the time zone of opening hours, our own base map, and tiles of another host. */
    private static Map<String, @Nullable Object> background(Basemap basemap, Config config) {
        Config.Background background = config.background();
        Map<String, @Nullable Object> members = new HashMap<>();
        members.put("basemap", basemap.describe(background.attribution()).orElse(null));
        members.put("tiles", background.raster());
        members.put("timeZone", config.jurisdiction().timeZone().getId());
        return members;
    }
}
