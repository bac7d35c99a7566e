package org.reentryatlas.http;

import io.github.bucket4j.TimeMeter;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.json.JavalinJackson;
import io.javalin.router.Endpoint;
import io.javalin.util.JavalinBindException;
import io.javalin.util.JavalinLogger;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.server.handler.QoSHandler;
import org.eclipse.jetty.server.handler.SizeLimitHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The web server: static files, the features' routes, errors as problem documents, limits on everything. */
public final class HttpServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);
    private static final Duration IDLE = Duration.ofSeconds(15);
    /** A connection that waits for another request need not be kept while the server stops. */
    private static final Duration IDLE_AT_THE_END = Duration.ofMillis(100);

    private static final Duration GRACE = Duration.ofSeconds(10);
    /** How long a request waits for another to end before it is refused. */
    private static final Duration TURN = Duration.ofSeconds(2);

    /** Identifiers of features may hold a slash and a percent sign; nothing else that two readers could take differently. */
    private static final Set<UriCompliance.Violation> TAKEN_IN_PATHS =
            Set.of(UriCompliance.Violation.AMBIGUOUS_PATH_SEPARATOR, UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING);

    private static final Set<HandlerType> ROUTED =
            Set.of(HandlerType.GET, HandlerType.POST, HandlerType.PUT, HandlerType.DELETE);

    /** One place of so many is for answers that keep a processor busy. */
    private static final int LABORIOUS_PART = 4;

    private static final int MOST_HEADER_BYTES = 8_192;
    private static final long MOST_BODY_BYTES = 1_000_000;
    private static final int MOST_CONNECTIONS = 2_000;
    /** Whoever takes an answer more slowly holds up others. */
    private static final long FEWEST_BYTES_PER_SECOND = 4_000;

    private final Pattern laborious;
    private final @Nullable Tls tls;
    private final Javalin javalin;

    private HttpServer(ServerSettings settings, Metrics metrics, Answers answers, Gate gate, List<Routes> features) {
        this.laborious = laborious(features);
        TlsSettings secure = settings.transport().tls();
        this.tls = secure == null ? null : new Tls(secure, Clock.systemUTC());
        this.javalin = Javalin.create(config -> {
            limit(config, settings, metrics, answers, laborious);
            if (tls != null) {
                Connectors.addTo(config, settings, tls);
            }
            config.startup.showJavalinBanner = false;
            config.http.prefer405over404 = true;
            config.jsonMapper(new JavalinJackson(Json.MAPPER, false));
            PageFiles.addTo(config.staticFiles);
            addRoutes(config.routes, gate, features, settings.imageOrigin());
        });
        gate.requireExactly(
                Stream.concat(routes().stream(), Stream.of(Gate.FILES)).toList());
        Methods.addTo(javalin);
    }

    /**
     * Starts to listen.
     *
     * @param answers what the features keep in memory
     * @param gate who may use which route
     * @throws IllegalStateException if the gate does not know the very routes that the features have
     * @throws TlsException if its certificate or key cannot be used
     * @throws PortTakenException if it cannot listen there
     */
    public static HttpServer start(
            ServerSettings settings, Metrics metrics, Answers answers, Gate gate, List<Routes> features) {
        HttpServer server = new HttpServer(settings, metrics, answers, gate, features);
        // What it would write down is thrown, too, and told by whoever asked for the server.
        JavalinLogger.enabled = false;
        try {
            server.javalin.start(settings.host(), settings.port());
        } catch (JavalinBindException e) {
            throw new PortTakenException(settings, e);
        } finally {
            JavalinLogger.enabled = true;
        }
        server.limitConnections();
        metrics.watchCertificate(server.tls);
        if (server.tls != null) {
            server.tls.look();
        }
        return server;
    }

    /**
     * Here and not in the configuration of requests: that one's limit is put back when a request ends, also while the server
     * stops, which would then wait for a connection that nobody uses.
     */
    private void limitConnections() {
        for (Connector connector : javalin.jettyServer().server().getConnectors()) {
            if (connector instanceof AbstractConnector limited) {
                limited.setIdleTimeout(IDLE.toMillis());
                limited.setShutdownIdleTimeout(IDLE_AT_THE_END.toMillis());
            }
        }
    }

    public int port() {
        return javalin.port();
    }

    /** Where plain HTTP is led to the public name, if anywhere; for the test that asks there. */
    int redirectPort() {
        return Stream.of(javalin.jettyServer().server().getConnectors())
                .filter(ToHttps::isThat)
                .mapToInt(connector -> ((ServerConnector) connector).getLocalPort())
                .findFirst()
                .orElseThrow();
    }

    /** The methods and templates of all routes, such as {@code GET /health/live}; of what follows from GET, none. */
    public List<String> routes() {
        return javalin.unsafe.internalRouter.allHttpHandlers().stream()
                .map(handler -> handler.endpoint)
                .filter(endpoint -> ROUTED.contains(endpoint.method))
                .map(endpoint -> endpoint.method.name() + " " + endpoint.path)
                .toList();
    }

    /** Stops taking requests and lets those under way end. */
    @Override
    public void close() {
        if (tls != null) {
            tls.close();
        }
        javalin.stop();
    }

    private static void limit(
            JavalinConfig config, ServerSettings settings, Metrics metrics, Answers answers, Pattern laborious) {
        StrictTransport strictTransport =
                new StrictTransport(settings.proxies(), settings.transport().strictTransport());
        config.jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            http.setRequestHeaderSize(MOST_HEADER_BYTES);
            // Else a key or a cookie that differs by case alone is taken for the one that came before it on the same
            // connection.
            http.setHeaderCacheCaseSensitive(true);
            http.setUriCompliance(UriCompliance.from(TAKEN_IN_PATHS));
        });
        config.jetty.modifyServer(server -> {
            // Each is inserted before those that are there: a request meets the last one first. What lies in memory is
            // sent before anything counts how many are in work, so that slow readers of it hold up nobody.
            server.insertHandler(new SizeLimitHandler(MOST_BODY_BYTES, -1));
            List<QoSHandler> busy = busy(settings, laborious);
            busy.forEach(server::insertHandler);
            metrics.watch(busy);
            server.insertHandler(new OwnThread());
            server.insertHandler(new FromMemory(answers, metrics));
            server.insertHandler(new SlowClients(IDLE, FEWEST_BYTES_PER_SECOND));
            server.insertHandler(new FrontDoor(settings.proxies(), limiter(settings), strictTransport, metrics));
            TlsSettings tls = settings.transport().tls();
            if (tls != null && tls.redirectPort() != null) {
                server.insertHandler(
                        new ToHttps(Objects.requireNonNull(settings.proxies().publicUrl(), "where to lead")));
            }
            server.insertHandler(new GracefulHandler());
            server.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, server));
            server.setErrorHandler(new ServerErrors(strictTransport));
            server.setRequestLog(new RequestRecord(metrics));
            server.setStopTimeout(GRACE.toMillis());
        });
    }

    private static Pattern laborious(List<Routes> features) {
        String all = features.stream()
                .flatMap(feature -> feature.laborious().stream())
                .collect(Collectors.joining("|"));
        // A path whose escapes are read may hold what ends a line.
        return Pattern.compile(all, Pattern.DOTALL);
    }

    /** Whether a request is one of those that keep a processor busy, for the test that holds the routes to it. */
    public boolean isLaborious(String pathAndQuery) {
        return laborious.matcher(pathAndQuery).matches();
    }

    /** All places; and of these the part of what keeps a processor busy, of which as many in all may be in work or wait. */
    private static List<QoSHandler> busy(ServerSettings settings, Pattern laborious) {
        int all = settings.concurrentRequests();
        int part = Math.max(1, all / LABORIOUS_PART);
        QoSHandler places = places(all, all);
        places.excludePath(FrontDoor.HEALTH + "*");
        QoSHandler fewer = places(part, 2 * all - part);
        fewer.include(request -> laborious.matcher(target(request)).matches());
        return List.of(places, fewer);
    }

    /** As routes see it, to whom a slash at the end is none; a request with the method CONNECT has no path. */
    private static String target(Request request) {
        String path = Objects.requireNonNullElse(Request.getPathInContext(request), "");
        int end = path.length();
        while (end > 1 && path.charAt(end - 1) == '/') {
            end--;
        }
        String query = request.getHttpURI().getQuery();
        return path.substring(0, end) + (query == null ? "" : "?" + query);
    }

    private static QoSHandler places(int most, int mostWaiting) {
        QoSHandler places = new QoSHandler();
        places.setMaxRequestCount(most);
        places.setMaxSuspendedRequestCount(mostWaiting);
        places.setMaxSuspend(TURN);
        return places;
    }

    private static @Nullable RateLimiter limiter(ServerSettings settings) {
        return settings.requestsPerSecond() == 0
                ? null
                : new RateLimiter(settings.requestsPerSecond(), settings.burst(), TimeMeter.SYSTEM_NANOTIME);
    }

    private void addRoutes(RoutesConfig routes, Gate gate, List<Routes> features, @Nullable String imageOrigin) {
        routes.before(SecurityHeaders.adding(imageOrigin));
        routes.beforeMatched(context -> admit(gate, context));
        routes.after(context -> {
            Endpoint endpoint = context.endpoints().lastHttpEndpoint();
            if (endpoint != null) {
                Exchange.of(context).route(endpoint.path);
            }
        });
        features.forEach(feature -> feature.addTo(routes));
        routes.exception(ProblemException.class, (e, context) -> answer(e, context));
        // The server's own message repeats the path, which could hold anything.
        routes.exception(HttpResponseException.class, (e, context) -> {
            answer(
                    ProblemException.ofStatus(
                            e.getStatus(), HttpStatus.forStatus(e.getStatus()).getMessage()),
                    context);
            if (e.getStatus() == 405) {
                Methods.allow(javalin, context);
            }
        });
        // A body that does not say how long it is is only found to be too large while it is read; one that is cut off
        // ends so.
        routes.exception(HttpException.RuntimeException.class, (e, context) -> {
            String title = HttpStatus.forStatus(e.getCode()).getMessage();
            answer(ProblemException.ofStatus(e.getCode(), title), context);
        });
        routes.exception(
                EofException.class, (e, context) -> answer(ProblemException.ofStatus(400, "Bad Request"), context));
        routes.exception(Exception.class, HttpServer::answerUnforeseen);
        routes.error(404, context -> Methods.answerForFile(javalin, context));
        routes.error(404, HttpServer::answerIfEmpty);
        routes.error(405, HttpServer::answerIfEmpty);
    }

    /** Which methods a path takes is nobody's secret, so OPTIONS is not asked about. */
    private static void admit(Gate gate, Context context) {
        HandlerType method = context.method();
        if (method.equals(HandlerType.OPTIONS)) {
            return;
        }
        Endpoint endpoint = context.endpoints().matchedHttpEndpoint();
        String name = method.equals(HandlerType.HEAD) ? HandlerType.GET.name() : method.name();
        boolean isForAll = gate.admit(context, endpoint == null ? Gate.FILES : name + " " + endpoint.path);
        Exchange.of(context).isForAll(isForAll);
    }

    /** Ends a request with a problem. */
    static void answer(ProblemException e, Context context) {
        context.status(e.status()).json(Problem.of(e, Exchange.of(context).requestId()));
        context.contentType(Problem.MEDIA_TYPE).header("Cache-Control", "no-store");
        e.headers().forEach(context::header);
    }

    /** The message of an unforeseen fault goes nowhere: it could hold anything. */
    private static void answerUnforeseen(Exception e, Context context) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                LOG.warn(
                        "request {}: {} SQLSTATE {}",
                        Exchange.of(context).requestId(),
                        e.getClass().getName(),
                        sql.getSQLState());
                answer(ProblemException.unavailable("The database does not answer."), context);
                return;
            }
        }
        LOG.error(
                "request {}: {} at {}",
                Exchange.of(context).requestId(),
                e.getClass().getName(),
                // The machine leaves it out of an exception that it has thrown very often.
                Stream.of(e.getStackTrace()).findFirst().map(String::valueOf).orElse("?"));
        answer(ProblemException.ofStatus(500, "Internal error"), context);
    }

    private static void answerIfEmpty(Context context) {
        String type = context.res().getContentType();
        if (type == null || !type.startsWith(Problem.MEDIA_TYPE)) {
            String title = context.statusCode() == 404 ? "Not found" : "Method not allowed";
            answer(ProblemException.ofStatus(context.statusCode(), title), context);
        }
    }
}
