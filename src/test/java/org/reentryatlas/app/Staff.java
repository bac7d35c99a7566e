package org.reentryatlas.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.reentryatlas.support.Cli;

import static org.assertj.core.api.Assertions.assertThat;

/** A member of staff who is signed in, as a program would be. */
final class Staff {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ServedCity city;
    private final String cookie;
    private final String formToken;

    private Staff(ServedCity city, String cookie, String formToken) {
        this.city = city;
        this.cookie = cookie;
        this.formToken = formToken;
    }

    /** Makes an account on the command line, and signs in with its key. */
    static Staff signIn(ServedCity city, String name, String role, String agency, String... more)
            throws IOException, InterruptedException {
        return signIn(city, key(city, name, role, agency, more));
    }

    /** Makes an account on the command line, and answers its key; "" is no agency. */
    static String key(ServedCity city, String name, String role, String agency, String... more) {
        return key(city.environment(), name, role, agency, more);
    }

    /** The same, in the database that an environment names. */
    static String key(Map<String, String> environment, String name, String role, String agency, String... more) {
        List<String> arguments = new ArrayList<>(List.of("accounts", "add", name, "--role", role));
        if (!agency.isEmpty()) {
            arguments.addAll(List.of("--agency", agency));
        }
        if (role.equals("beat_officer") && !List.of(more).contains("--areas")) {
            arguments.addAll(List.of("--areas", "all"));
        }
        arguments.addAll(List.of(more));
        Cli run = Cli.run(environment, arguments.toArray(String[]::new));
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run.out().strip().replaceFirst(".*key: ", "");
    }

    /** Gives an account a password, as an administrator does who reads it from standard input. */
    static Cli setPassword(ServedCity city, String name, String password) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream((password + "\n").getBytes(StandardCharsets.UTF_8)));
        try {
            return Cli.run(city.environment(), "accounts", "password", name);
        } finally {
            System.setIn(before);
        }
    }

    static Staff signIn(ServedCity city, String key) throws IOException, InterruptedException {
        HttpResponse<String> answer = city.send(HttpRequest.newBuilder(city.uri("/session"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"key\": \"" + key + "\"}"))
                .build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        String set = answer.headers().firstValue("Set-Cookie").orElseThrow();
        return new Staff(
                city,
                set.substring(0, set.indexOf(';')),
                JSON.readTree(answer.body()).get("formToken").asText());
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(city.uri(path)).header("Cookie", cookie);
    }

    /** A request that changes something, as a page of the server makes it. */
    HttpRequest.Builder change(String path) {
        return request(path).header("X-Form-Token", formToken);
    }

    /** The lines of a request by which the server knows who it is from, and that a page of its own made it. */
    String headers() {
        return "Cookie: " + cookie + "\r\nX-Form-Token: " + formToken;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return city.send(request(path).build());
    }

    JsonNode read(String path) throws IOException, InterruptedException {
        return body(get(path), 200);
    }

    HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return change("POST", path, body, "");
    }

    HttpResponse<String> put(String path, String body, int version) throws IOException, InterruptedException {
        return change("PUT", path, body, "\"" + version + "\"");
    }

    HttpResponse<String> delete(String path) throws IOException, InterruptedException {
        return change("DELETE", path, "", "");
    }

    private HttpResponse<String> change(String method, String path, String body, String tag)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = change(path).method(method, BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        if (!tag.isEmpty()) {
            request.header("If-Match", tag);
        }
        return city.send(request.build());
    }

    /** The JSON of an answer, which must have the status. */
    static JsonNode body(HttpResponse<String> answer, int status) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }
}
