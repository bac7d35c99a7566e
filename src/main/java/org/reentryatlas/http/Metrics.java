package org.reentryatlas.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.eclipse.jetty.server.handler.QoSHandler;
import org.jspecify.annotations.Nullable;

/** Figures for the operator, as Prometheus reads them. Routes are counted by their template, never by their path. */
public final class Metrics implements AutoCloseable {
    /** Anybody can invent a method, and every name would be a new series. */
    private static final Set<String> KNOWN_METHODS = Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS");

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics garbageCollection = new JvmGcMetrics();
    private final List<Runnable> beforeScrape = new CopyOnWriteArrayList<>();
    private final List<QoSHandler> busy = new CopyOnWriteArrayList<>();
    private final Counter limited = Counter.builder("http.requests.limited")
            .description("Requests refused because their client asked too often")
            .register(registry);

    private final Counter hits = answers("hit");
    private final Counter misses = answers("miss");
    /** By what they count; to look one up in the registry takes longer than many an answer. */
    private final Map<Series, Timer> timers = new ConcurrentHashMap<>();

    private record Series(String method, String route, int status) {}

    public Metrics() {
        garbageCollection.bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
    }

    private Counter answers(String result) {
        return Counter.builder("cache.gets")
                .description("Answers that were in memory (hit), or had to be made (miss)")
                .tag("cache", "answers")
                .tag("result", result)
                .register(registry);
    }

    /** Where others register figures of their own. */
    public MeterRegistry registry() {
        return registry;
    }

    /** Lets figures be brought up to date whenever somebody asks for them; must not fail. */
    public void beforeScrape(Runnable update) {
        beforeScrape.add(update);
    }

    /** All figures in Prometheus' text format. One at a time, since those before take series away and add others. */
    public synchronized String scrape() {
        beforeScrape.forEach(Runnable::run);
        return registry.scrape();
    }

    /** The method, or one name for all that nobody knows. */
    static String knownMethod(@Nullable String method) {
        return method != null && KNOWN_METHODS.contains(method) ? method : "OTHER";
    }

    void record(String method, String route, int status, long nanos) {
        timers.computeIfAbsent(new Series(method, route, status), this::timer).record(nanos, TimeUnit.NANOSECONDS);
    }

    private Timer timer(Series series) {
        return Timer.builder("http.server.requests")
                .description("Requests by route and status")
                .tag("method", series.method())
                .tag("route", series.route())
                .tag("status", Integer.toString(series.status()))
                .register(registry);
    }

    /** Counts an answer that was in memory, or had to be made. */
    void countAnswer(boolean wasInMemory) {
        (wasInMemory ? hits : misses).increment();
    }

    /** Shows how many answers there are in memory. */
    void watchAnswers(Supplier<Number> number) {
        Gauge.builder("cache.size", number).tag("cache", "answers").register(registry);
    }

    /** Shows when the certificate that is in use runs out. */
    void watchCertificate(@Nullable Tls tls) {
        Gauge.builder(
                        "atlas.tls.certificate.end.seconds",
                        () -> tls == null ? Double.NaN : tls.end().getEpochSecond())
                .description("When the certificate in use runs out, in seconds since 1970; NaN without one")
                .register(registry);
    }

    void countLimited() {
        limited.increment();
    }

    /** Counts what the handlers turn away because the server is busy. */
    void watch(List<QoSHandler> handlers) {
        busy.addAll(handlers);
        FunctionCounter.builder(
                        "http.requests.shed",
                        this,
                        metrics -> metrics.sum(handler -> handler.getTotalExceededRequestCount()
                                + (double) handler.getTotalExpiredRequestCount()))
                .description("Requests refused because too many were in work")
                .register(registry);
        Gauge.builder("http.requests.waiting", this, metrics -> metrics.sum(QoSHandler::getSuspendedRequestCount))
                .description("Requests that wait for others to end")
                .register(registry);
    }

    private double sum(ToDoubleFunction<QoSHandler> figure) {
        return busy.stream().mapToDouble(figure).sum();
    }

    @Override
    public void close() {
        garbageCollection.close();
        registry.close();
    }
}
