package org.reentryatlas.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A client that asks for more than the network keeps, and takes nothing. */
class SlowClientsTest {
    private static final byte[] MUCH = new byte[64 << 20];

    private final CompletableFuture<Boolean> taken = new CompletableFuture<>();

    private final class Answering extends Handler.Abstract {
        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            response.write(true, ByteBuffer.wrap(MUCH), new Callback() {
                @Override
                public void succeeded() {
                    taken.complete(true);
                    callback.succeeded();
                }

                @Override
                public void failed(Throwable e) {
                    taken.complete(false);
                    callback.failed(e);
                }
            });
            return true;
        }
    }

    private Socket ask(Server server) throws IOException {
        Socket socket = new Socket(
                InetAddress.getLoopbackAddress(), ((ServerConnector) server.getConnectors()[0]).getLocalPort());
        socket.getOutputStream()
                .write("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static Server start(Handler handler) throws Exception {
        Server server = new Server();
        server.addConnector(new ServerConnector(server));
        server.setHandler(handler);
        server.start();
        return server;
    }

    @Test
    void whoTakesNothingIsLeft() throws Exception {
        SlowClients handler = new SlowClients(Duration.ofMillis(20), 1L << 40);
        handler.setHandler(new Answering());
        Server server = start(handler);
        try (Socket socket = ask(server)) {
            assertThat(taken.get(10, TimeUnit.SECONDS)).isFalse();
            // What lay on the way is read, and then it ends before its time.
            int read = 0;
            try {
                read = socket.getInputStream().readAllBytes().length;
            } catch (SocketException e) {
                assertThat(e).hasMessageContaining("reset");
            }
            assertThat(read).isLessThan(MUCH.length);
        } finally {
            server.stop();
        }
    }

    @Test
    void whoTakesItIsNot() throws Exception {
        SlowClients handler = new SlowClients(Duration.ofMinutes(1), 1_000);
        handler.setHandler(new Answering());
        Server server = start(handler);
        try (Socket socket = ask(server)) {
            assertThat(socket.getInputStream().readAllBytes()).hasSizeGreaterThan(MUCH.length);
            assertThat(taken.get(10, TimeUnit.SECONDS)).isTrue();
        } finally {
            server.stop();
        }
    }
}
