package org.reentryatlas.http;

import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts every request and writes a line about it. Neither holds anything that a client can choose: no path, no query, no
 * address, no program's name; the route's template stands for all that it matches.
 */
final class RequestRecord implements RequestLog {
    /** Its name in {@code logback.xml}. */
    private static final Logger LOG = LoggerFactory.getLogger("org.reentryatlas.access");

    private final Metrics metrics;

    RequestRecord(Metrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public void log(Request request, Response response) {
        Exchange exchange = Exchange.of(request);
        String method = Metrics.knownMethod(request.getMethod());
        String route = exchange == null ? Exchange.NO_ROUTE : exchange.route();
        long nanos = Math.max(0, System.nanoTime() - request.getBeginNanoTime());
        metrics.record(method, route, response.getStatus(), nanos);
        LOG.atInfo()
                .addKeyValue("request", exchange == null ? "-" : exchange.requestId())
                .addKeyValue("method", method)
                .addKeyValue("route", route)
                .addKeyValue("status", response.getStatus())
                .addKeyValue("bytes", Response.getContentBytesWritten(response))
                .addKeyValue("ms", TimeUnit.NANOSECONDS.toMillis(nanos))
                .addKeyValue("cached", exchange != null && exchange.cached())
                .log();
    }
}
