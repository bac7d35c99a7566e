package org.reentryatlas.http;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Hangs up on whoever takes an answer so slowly that it holds up others. Jetty's own handler for this gives an answer of a
 * few bytes a few milliseconds, which a pause of our own can take.
 */
final class SlowClients extends Handler.Wrapper {
    private final Duration grace;
    private final long fewestBytesPerSecond;

    /**
     * Bears with a client for a while.
     *
     * @param grace how long each part of an answer may take, beside the time for its bytes
     */
    SlowClients(Duration grace, long fewestBytesPerSecond) {
        this.grace = grace;
        this.fewestBytesPerSecond = fewestBytesPerSecond;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        return super.handle(request, new Timed(request, response), callback);
    }

    private final class Timed extends Response.Wrapper {
        Timed(Request request, Response response) {
            super(request, response);
        }

        @Override
        public void write(boolean last, @Nullable ByteBuffer content, Callback callback) {
            int bytes = content == null ? 0 : content.remaining();
            Writing writing = new Writing(callback);
            super.write(last, content, writing);
            // Nearly every client has taken it by now: a timer for each would cost more than many an answer.
            if (!writing.isOver()) {
                writing.limit(getRequest()
                        .getComponents()
                        .getScheduler()
                        .schedule(
                                this::hangUp,
                                grace.toMillis() + TimeUnit.SECONDS.toMillis(bytes) / fewestBytesPerSecond,
                                TimeUnit.MILLISECONDS));
            }
        }

        private void hangUp() {
            getRequest()
                    .getConnectionMetaData()
                    .getConnection()
                    .getEndPoint()
                    .close(new TimeoutException("the client takes its answer too slowly"));
        }
    }

    /** A part of an answer on its way, with the timer that ends it, once there is one. */
    private static final class Writing extends Callback.Nested {
        private static final Scheduler.Task OVER = () -> false;

        private final AtomicReference<Scheduler.@Nullable Task> timer = new AtomicReference<>();

        Writing(Callback callback) {
            super(callback);
        }

        boolean isOver() {
            return timer.get() == OVER;
        }

        /** Takes the timer; if it all came to an end meanwhile, so does the timer. */
        void limit(Scheduler.Task task) {
            if (!timer.compareAndSet(null, task)) {
                task.cancel();
            }
        }

        @Override
        public void succeeded() {
            end();
            super.succeeded();
        }

        @Override
        public void failed(Throwable cause) {
            end();
            super.failed(cause);
        }

        private void end() {
            Scheduler.Task task = timer.getAndSet(OVER);
            if (task != null) {
                task.cancel();
            }
        }
    }
}
