package org.reentryatlas.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** HTTP by hand, for requests that no client library would send. */
public final class RawHttp {
    private static final int PATIENCE = 20_000;

    private RawHttp() {}

    /** An answer; of a header that comes twice, the last. */
    public record Answer(int status, Map<String, String> headers, String body) {
        public String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }
    }

    /** Sends the bytes and nothing more, and reads every answer until the server hangs up. */
    public static List<Answer> send(int port, byte[] request) throws IOException {
        return parse(exchange(port, request));
    }

    private static byte[] exchange(int port, byte[] request) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE);
            try {
                socket.getOutputStream().write(request);
                socket.shutdownOutput();
            } catch (SocketException e) {
                // The server has heard enough; what it said can still be read.
            }
            byte[] buffer = new byte[8_192];
            for (int read = socket.getInputStream().read(buffer);
                    read >= 0;
                    read = socket.getInputStream().read(buffer)) {
                answer.write(buffer, 0, read);
            }
        } catch (SocketException e) {
            // Reset, since it did not read all of the request.
        }
        return answer.toByteArray();
    }

    private static List<Answer> parse(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        List<Answer> answers = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int end = text.indexOf("\r\n\r\n", at);
            if (end < 0 || !text.startsWith("HTTP/1.1 ", at)) {
                throw new AssertionError("no answer of HTTP/1.1: " + text.substring(at));
            }
            String[] head = text.substring(at, end).split("\r\n", -1);
            Map<String, String> headers = new TreeMap<>();
            for (int line = 1; line < head.length; line++) {
                String[] header = head[line].split(": ?", 2);
                headers.put(header[0].toLowerCase(Locale.ROOT), header[1]);
            }
            int length = length(text, end + 4, headers);
            answers.add(new Answer(
                    Integer.parseInt(head[0].substring(9, 12)), headers, text.substring(end + 4, end + 4 + length)));
            at = end + 4 + length;
        }
        return answers;
    }

    /** An answer to HEAD has a length and no body: then the next answer or nothing follows. Chunks count as they are. */
    private static int length(String text, int start, Map<String, String> headers) {
        int rest = text.length() - start;
        if (rest == 0 || text.startsWith("HTTP/1.1 ", start)) {
            return 0;
        }
        if (headers.getOrDefault("transfer-encoding", "").equals("chunked")) {
            return text.indexOf("\r\n0\r\n\r\n", start) - start + 7;
        }
        return Math.min(rest, Integer.parseInt(headers.getOrDefault("content-length", Integer.toString(rest))));
    }
}
