package org.reentryatlas.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.http.staticfiles.Location;
import io.javalin.json.JavalinJackson;
import io.javalin.router.Endpoint;
import io.javalin.router.ParsedEndpoint;
import io.micrometer.core.instrument.Timer;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The web server: static files, the features' routes, errors as problem documents, limits on everything. */
public final class HttpServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);
    private static final Duration IDLE = Duration.ofSeconds(15);
    /** A connection that waits for another request need not be kept while the server stops. */
    private static final Duration IDLE_AT_THE_END = Duration.ofMillis(100);

    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final int MOST_HEADER_BYTES = 8_192;
    private static final long MOST_BODY_BYTES = 1_000_000;
    private static final String REQUEST_ID = "requestId";
    private static final String STARTED = "started";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Javalin javalin;
    private final Metrics metrics;

    private HttpServer(Metrics metrics, List<Routes> features) {
        this.metrics = metrics;
        this.javalin = Javalin.create(config -> {
            limit(config);
            config.startup.showJavalinBanner = false;
            config.http.prefer405over404 = true;
            config.jsonMapper(new JavalinJackson(Json.MAPPER, false));
            config.staticFiles.enableWebjars();
            config.staticFiles.add(files -> {
                files.directory = "/frontend";
                files.location = Location.CLASSPATH;
                files.headers = Map.of("Cache-Control", "no-cache");
            });
            addRoutes(config.routes, features);
        });
        answerHead(javalin);
    }

    /** HEAD is GET without the body, which Jetty leaves out; Javalin would answer 200 without asking the route. */
    private static void answerHead(Javalin javalin) {
        for (ParsedEndpoint route : List.copyOf(javalin.unsafe.internalRouter.allHttpHandlers())) {
            if (route.endpoint.method.equals(HandlerType.GET)) {
                javalin.unsafe.internalRouter.addHttpEndpoint(
                        new Endpoint(HandlerType.HEAD, route.endpoint.path, route.endpoint.handler));
            }
        }
    }

    /** Starts to listen; port 0 takes any free one. */
    public static HttpServer start(String host, int port, Metrics metrics, List<Routes> features) {
        HttpServer server = new HttpServer(metrics, features);
        server.javalin.start(host, port);
        server.limitConnections();
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

    /** The templates of all GET routes. */
    public List<String> routes() {
        return javalin.unsafe.internalRouter.allHttpHandlers().stream()
                .map(handler -> handler.endpoint)
                .filter(endpoint -> endpoint.method.equals(HandlerType.GET))
                .map(endpoint -> endpoint.path)
                .toList();
    }

    /** Stops taking requests and lets those under way end. */
    @Override
    public void close() {
        javalin.stop();
    }

    private static void limit(JavalinConfig config) {
        config.http.maxRequestSize = MOST_BODY_BYTES;
        config.http.asyncTimeout = IDLE.toMillis();
        config.jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            http.setRequestHeaderSize(MOST_HEADER_BYTES);
        });
        config.jetty.modifyServer(server -> {
            server.insertHandler(new GracefulHandler());
            server.setErrorHandler(new ServerErrors());
            server.setStopTimeout(GRACE.toMillis());
        });
    }

    private void addRoutes(RoutesConfig routes, List<Routes> features) {
        routes.before(context -> {
            context.attribute(REQUEST_ID, newRequestId());
            context.attribute(STARTED, Timer.start());
            SecurityHeaders.addTo(context);
        });
        routes.after(context -> {
            Timer.Sample started = context.attribute(STARTED);
            if (started != null) {
                Endpoint endpoint = context.endpoints().lastHttpEndpoint();
                metrics.record(
                        started,
                        context.method().name(),
                        endpoint == null ? "static or unknown" : endpoint.path,
                        context.statusCode());
            }
        });
        features.forEach(feature -> feature.addTo(routes));
        routes.exception(ProblemException.class, (e, context) -> answer(e, context));
        // The server's own message repeats the path, which could hold anything.
        routes.exception(
                HttpResponseException.class,
                (e, context) -> answer(
                        ProblemException.ofStatus(
                                e.getStatus(),
                                HttpStatus.forStatus(e.getStatus()).getMessage()),
                        context));
        routes.exception(Exception.class, this::answerUnforeseen);
        routes.error(404, this::answerIfEmpty);
        routes.error(405, this::answerIfEmpty);
    }

    private static void answer(ProblemException e, Context context) {
        String requestId = context.attribute(REQUEST_ID);
        context.status(e.status()).json(Problem.of(e, requestId == null ? "" : requestId));
        context.contentType(Problem.MEDIA_TYPE).header("Cache-Control", "no-store");
        if (e.status() == 503) {
            context.header("Retry-After", "60");
        }
    }

    /** The message of an unforeseen fault goes nowhere: it could hold anything. */
    private void answerUnforeseen(Exception e, Context context) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                LOG.warn(
                        "request {}: {} SQLSTATE {}",
                        context.attribute(REQUEST_ID),
                        e.getClass().getName(),
                        sql.getSQLState());
                answer(ProblemException.unavailable("The database does not answer."), context);
                return;
            }
        }
        LOG.error(
                "request {}: {} at {}",
                context.attribute(REQUEST_ID),
                e.getClass().getName(),
                e.getStackTrace()[0]);
        answer(ProblemException.ofStatus(500, "Internal error"), context);
    }

    private void answerIfEmpty(Context context) {
        String type = context.res().getContentType();
        if (type == null || !type.startsWith(Problem.MEDIA_TYPE)) {
            String title = context.statusCode() == 404 ? "Not found" : "Method not allowed";
            answer(ProblemException.ofStatus(context.statusCode(), title), context);
        }
    }

    private static String newRequestId() {
        byte[] bytes = new byte[8];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
