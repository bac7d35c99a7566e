package org.reentryatlas.support;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A bad line to the database: what goes through it can be cut or brought to a stop at a chosen moment. */
public final class TcpProxy implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("//([^:/]+):(\\d+)/");
    private static final int BLOCK = 1 << 14;

    private final ServerSocket listening;
    private final String host;
    private final int port;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final Set<Socket> forgotten = ConcurrentHashMap.newKeySet();
    private final Object gate = new Object();
    private boolean stalled;
    private volatile Cut cut = new Cut("", Moment.NEVER);

    /** When the line breaks, counted from the first time that a client says something. */
    public enum Moment {
        NEVER,
        /** At once, and the server does not hear it. */
        BEFORE_IT_IS_HEARD,
        /** When the server answers the next COMMIT, and the client does not hear the answer. */
        BEFORE_COMMIT_IS_ANSWERED,
        /** When the client says the next COMMIT, and the server does not hear it. */
        BEFORE_COMMIT_IS_HEARD
    }

    private record Cut(String text, Moment moment) {}

    private TcpProxy(ServerSocket listening, String host, int port) {
        this.listening = listening;
        this.host = host;
        this.port = port;
    }

    /** A line to the database of an environment. */
    public static TcpProxy to(Map<String, String> environment) throws IOException {
        Matcher address = ADDRESS.matcher(environment.get("ATLAS_DB_URL"));
        if (!address.find()) {
            throw new IllegalArgumentException("no address in the URL of the database");
        }
        TcpProxy proxy = new TcpProxy(
                new ServerSocket(0, 50, InetAddress.getLoopbackAddress()),
                address.group(1),
                Integer.parseInt(address.group(2)));
        daemon(proxy::accept);
        return proxy;
    }

    /** The environment with the database at the other end of this line. */
    public Map<String, String> environment(Map<String, String> direct) {
        Map<String, String> through = new HashMap<>(direct);
        UnaryOperator<String> here =
                url -> ADDRESS.matcher(url).replaceFirst("//127.0.0.1:" + listening.getLocalPort() + "/");
        through.computeIfPresent("ATLAS_DB_URL", (key, url) -> here.apply(url));
        return through;
    }

    /** Breaks the line when a client has said the text, at that moment and once. */
    public void cutAfter(String text, Moment moment) {
        cut = new Cut(text, moment);
    }

    /** Breaks every connection that is open now; the next ones hold. */
    public void cutNow() throws IOException {
        for (Socket socket : List.copyOf(open)) {
            socket.close();
        }
    }

    /** Passes on nothing more, and closes nothing either; or goes on. */
    public void stall(boolean stop) {
        synchronized (gate) {
            stalled = stop;
            gate.notifyAll();
        }
    }

    /** Carries nothing more on the connections that are open now, as a firewall does that forgot them; the next ones hold. */
    public void forget() {
        forgotten.addAll(open);
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                Socket server = new Socket(host, port);
                open.addAll(List.of(client, server));
                Conversation conversation = new Conversation();
                daemon(() -> pass(client, server, conversation::said));
                daemon(() -> pass(server, client, conversation::answered));
            } catch (IOException e) {
                // Closed, or the server takes nobody: the client sees its connection end.
            }
        }
    }

    /** What was said on one connection so far; each method tells whether the line breaks before the block is passed on. */
    private final class Conversation {
        private String tail = "";
        private boolean heard;
        private volatile boolean committing;

        boolean said(String block) {
            Cut now = cut;
            String text = tail + block;
            tail = text.substring(Math.max(0, text.length() - now.text().length() - "COMMIT".length()));
            if (now.moment() == Moment.NEVER || !(heard || text.contains(now.text()))) {
                return false;
            }
            heard = true;
            if (now.moment() == Moment.BEFORE_IT_IS_HEARD) {
                return true;
            }
            committing = text.contains("COMMIT");
            return committing && now.moment() == Moment.BEFORE_COMMIT_IS_HEARD;
        }

        boolean answered(String block) {
            return committing && cut.moment() == Moment.BEFORE_COMMIT_IS_ANSWERED && block.contains("COMMIT");
        }
    }

    private interface Breaks {
        boolean before(String block);
    }

    private void pass(Socket from, Socket to, Breaks breaks) {
        byte[] block = new byte[BLOCK];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            for (int count = in.read(block); count >= 0; count = in.read(block)) {
                waitWhileStalled();
                if (forgotten.contains(from)) {
                    continue;
                }
                if (breaks.before(new String(block, 0, count, StandardCharsets.ISO_8859_1))) {
                    cut = new Cut("", Moment.NEVER);
                    return;
                }
                to.getOutputStream().write(block, 0, count);
            }
        } catch (IOException e) {
            // Either end has gone, and the other is told by its connection's end.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.removeAll(List.of(from, to));
        }
    }

    private void waitWhileStalled() throws InterruptedException {
        synchronized (gate) {
            while (stalled) {
                gate.wait();
            }
        }
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "bad-line");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        stall(false);
        cutNow();
    }
}
