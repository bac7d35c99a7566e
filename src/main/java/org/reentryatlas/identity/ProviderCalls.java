package org.reentryatlas.identity;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPResponse;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls of a provider, whole within five seconds, from the connection to the last byte, and no longer than what a provider has to say.
 * None is led elsewhere.
 */
final class ProviderCalls implements ResourceRetriever, HTTPRequestSender {
    private static final Duration CONNECTED = Duration.ofSeconds(3);
    private static final Duration ANSWERED = Duration.ofSeconds(5);
    private static final int MOST_BYTES = 500_000;

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECTED)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    @Override
    public Resource retrieveResource(URL url) throws IOException {
        HttpResponse<byte[]> answer = send(HttpRequest.newBuilder(uri(url)).header("Accept", "application/json"));
        if (answer.statusCode() != 200) {
            throw new IOException("status " + answer.statusCode());
        }
        return new Resource(
                text(answer), answer.headers().firstValue("Content-Type").orElse(null));
    }

    @Override
    public ReadOnlyHTTPResponse send(ReadOnlyHTTPRequest request) throws IOException {
        HttpRequest.Builder copy = HttpRequest.newBuilder(request.getURI());
        request.getHeaderMap().forEach((name, values) -> values.forEach(value -> copy.header(name, value)));
        copy.method(
                request.getMethod().name(),
                HttpRequest.BodyPublishers.ofString(Objects.requireNonNullElse(request.getBody(), "")));
        HttpResponse<byte[]> answer = send(copy);
        HTTPResponse result = new HTTPResponse(answer.statusCode());
        try {
            String type = answer.headers().firstValue("Content-Type").orElse(null);
            if (type != null) {
                result.setContentType(type);
            }
        } catch (ParseException e) {
            throw new IOException("a type of content that is none", e);
        }
        result.setBody(text(answer));
        return result;
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException {
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(request.timeout(ANSWERED).build(), info -> new BoundedBody(MOST_BYTES));
        try {
            return answer.get(ANSWERED.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IOException("no answer", e.getCause());
        } catch (TimeoutException e) {
            throw new IOException("no answer in time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        } finally {
            // Closes the connection of one that goes on and on.
            answer.cancel(true);
        }
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static URI uri(URL url) throws IOException {
        try {
            return url.toURI();
        } catch (URISyntaxException e) {
            throw new IOException("an address that is none", e);
        }
    }
}
