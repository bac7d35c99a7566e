package org.reentryatlas.http;

import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import io.javalin.router.ParsedEndpoint;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which methods a path takes: HEAD wherever GET, OPTIONS everywhere, and of any other a refusal that says so. */
final class Methods {
    private static final String OF_A_FILE = "GET, HEAD, OPTIONS";

    private Methods() {}

    /** HEAD is GET without the body, which Jetty leaves out; Javalin would answer 200 without asking the route. */
    static void addTo(Javalin javalin) {
        List<ParsedEndpoint> routes = List.copyOf(javalin.unsafe.internalRouter.allHttpHandlers());
        for (ParsedEndpoint route : routes) {
            if (route.endpoint.method.equals(HandlerType.GET)) {
                add(javalin, new Endpoint(HandlerType.HEAD, route.endpoint.path, route.endpoint.handler));
            }
        }
        routes.stream()
                .filter(route -> route.endpoint.method.isHttpMethod())
                .map(route -> route.endpoint.path)
                .distinct()
                .forEach(path -> add(
                        javalin,
                        new Endpoint(
                                HandlerType.OPTIONS, path, context -> options(context, allowed(javalin, context)))));
    }

    private static void add(Javalin javalin, Endpoint endpoint) {
        javalin.unsafe.internalRouter.addHttpEndpoint(endpoint);
    }

    /** Says in a refusal which methods the path takes. */
    static void allow(Javalin javalin, Context context) {
        context.header("Allow", allowed(javalin, context));
    }

    /** A file of the page is no route, and what it takes is not known to the router. */
    static void answerForFile(Javalin javalin, Context context) {
        boolean isRead =
                context.method().equals(HandlerType.GET) || context.method().equals(HandlerType.HEAD);
        if (isRead || !javalin.unsafe.resourceHandler.canHandle(context)) {
            return;
        }
        if (context.method().equals(HandlerType.OPTIONS)) {
            options(context, OF_A_FILE);
        } else {
            HttpServer.answer(ProblemException.ofStatus(405, "Method Not Allowed"), context);
            context.header("Allow", OF_A_FILE);
        }
    }

    /** The answer to OPTIONS; of public data also to the question that a browser asks before a page of another host reads it. */
    private static void options(Context context, String allowed) {
        context.status(204).result("").header("Allow", allowed);
        if (PublicData.isAt(context.path())) {
            context.header("Access-Control-Allow-Methods", OF_A_FILE)
                    .header("Access-Control-Allow-Headers", "*")
                    .header("Access-Control-Max-Age", "86400");
        }
    }

    private static String allowed(Javalin javalin, Context context) {
        return Stream.concat(HandlerType.commonHttp().stream(), Stream.of(HandlerType.HEAD, HandlerType.OPTIONS))
                .filter(method -> javalin.unsafe.internalRouter.hasHttpHandlerEntry(method, context.path()))
                .map(HandlerType::name)
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .collect(Collectors.joining(", "));
    }
}
