package org.reentryatlas.support;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.LoggerFactory;

/** What is logged meanwhile, by everybody; the line of each request, which goes past the others, too. */
public final class Logs implements AutoCloseable {
    private static final List<String> LOGGERS = List.of(org.slf4j.Logger.ROOT_LOGGER_NAME, "org.reentryatlas.access");

    private final Kept kept = new Kept();

    private static final class Kept extends AppenderBase<ILoggingEvent> {
        private final List<ILoggingEvent> events = new ArrayList<>();

        @Override
        protected void append(ILoggingEvent event) {
            events.add(event);
        }
    }

    private Logs() {
        kept.start();
        LOGGERS.forEach(name -> logger(name).addAppender(kept));
    }

    public static Logs ofAll() {
        return new Logs();
    }

    public List<ILoggingEvent> events() {
        // As the appender itself does while it adds one.
        synchronized (kept) {
            return List.copyOf(kept.events);
        }
    }

    /** All that an appender could write of an event. */
    public static String text(ILoggingEvent event) {
        return event.getFormattedMessage() + " " + event.getKeyValuePairs() + " " + event.getThrowableProxy();
    }

    private static Logger logger(String name) {
        return (Logger) LoggerFactory.getLogger(name);
    }

    @Override
    public void close() {
        LOGGERS.forEach(name -> logger(name).detachAppender(kept));
    }
}
