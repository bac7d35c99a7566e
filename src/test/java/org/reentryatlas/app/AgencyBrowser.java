package org.reentryatlas.app;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/** A browser of somebody who signs in: it keeps cookies by host, and goes from one to the other as it is led. */
final class AgencyBrowser {
    /** As which the server is configured, whatever a request calls it. */
    static final String PUBLIC = "https://atlas.example.org";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Map<String, Map<String, String>> cookies = new HashMap<>();
    private final List<String> set = new ArrayList<>();
    private final URI server;
    private final String accept;

    /**
     * An empty one.
     *
     * @param port of the server
     * @param accept what it takes: a person's takes {@code text/html}
     */
    AgencyBrowser(int port, String accept) {
        this.server = URI.create("http://127.0.0.1:" + port);
        this.accept = accept;
    }

    /** Goes to a path of the server, and no further. */
    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return go(server.resolve(path));
    }

    HttpResponse<String> go(URI address) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).header("Accept", accept);
        Map<String, String> own = cookies.computeIfAbsent(address.getAuthority(), host -> new HashMap<>());
        if (!own.isEmpty()) {
            request.header(
                    "Cookie",
                    own.entrySet().stream()
                            .map(each -> each.getKey() + "=" + each.getValue())
                            .collect(Collectors.joining("; ")));
        }
        HttpResponse<String> answer = CLIENT.send(request.build(), BodyHandlers.ofString());
        for (String line : answer.headers().allValues("Set-Cookie")) {
            set.add(line);
            keep(own, line);
        }
        return answer;
    }

    private static void keep(Map<String, String> own, String line) {
        String[] pair = line.substring(0, (line + ";").indexOf(';')).split("=", 2);
        if (pair[1].isEmpty()) {
            own.remove(pair[0]);
        } else {
            own.put(pair[0], pair[1]);
        }
    }

    /** A cookie of the server, as that of another browser would be. */
    void put(String line) {
        keep(cookies.computeIfAbsent(server.getAuthority(), host -> new HashMap<>()), line);
    }

    /** Begins to sign in; where the provider is. */
    URI begin(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return URI.create(location(answer));
    }

    /** Signs in at the real provider; the path and query of the server to which it leads back. */
    String signInThere(URI authorization, String subject) throws IOException, InterruptedException {
        URI next = authorization;
        for (int hop = 0; hop < 8; hop++) {
            HttpResponse<String> answer =
                    go(next.getPath().startsWith("/interaction/") ? URI.create(next + "?as=" + subject) : next);
            assertThat(answer.statusCode()).as(next + " " + answer.body()).isBetween(302, 303);
            next = next.resolve(location(answer));
            if (next.toString().startsWith(PUBLIC + "/")) {
                return next.toString().substring(PUBLIC.length());
            }
        }
        throw new AssertionError("the provider leads nowhere: " + next);
    }

    boolean isSignedIn() throws IOException, InterruptedException {
        return get("/session").body().contains("\"signedIn\":true");
    }

    /** The lines of all cookies that were set, in their order. */
    List<String> setCookies() {
        return List.copyOf(set);
    }

    static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.body()));
    }
}
