package org.reentryatlas.http;

import java.nio.ByteBuffer;
import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Sends an answer that lies ready at once, past the routes: what finds its way there takes longer than the answer. */
final class FromMemory extends Handler.Wrapper {
    private static final List<HttpField> SECURITY = SecurityHeaders.ALL.entrySet().stream()
            .map(header -> (HttpField) new PreEncodedHttpField(header.getKey(), header.getValue()))
            .toList();

    private final Answers answers;
    private final Metrics metrics;

    FromMemory(Answers answers, Metrics metrics) {
        this.answers = answers;
        this.metrics = metrics;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Answers.Made known = find(request);
        if (known == null) {
            return super.handle(request, response, callback);
        }
        HttpFields asked = request.getHeaders();
        HttpFields.Mutable headers = response.getHeaders();
        SECURITY.forEach(headers::add);
        byte[] body = answers.answer(
                known.answer(),
                asked.get(HttpHeader.IF_NONE_MATCH),
                asked.get(HttpHeader.ACCEPT_ENCODING),
                headers::put);
        if (body == null) {
            response.setStatus(HttpStatus.NOT_MODIFIED_304);
            callback.succeeded();
        } else {
            headers.put(HttpHeader.CONTENT_LENGTH, body.length);
            response.write(true, ByteBuffer.wrap(body), callback);
        }
        return true;
    }

    private Answers.@Nullable Made find(Request request) {
        Exchange exchange = Exchange.of(request);
        if (exchange == null || !(HttpMethod.GET.is(request.getMethod()) || HttpMethod.HEAD.is(request.getMethod()))) {
            return null;
        }
        if (request.getHeaders().contains(HttpHeader.AUTHORIZATION)) {
            // Whoever shows a key is held to it, which is the gate's business.
            return null;
        }
        Answers.Made known = answers.find(answers.key(
                exchange,
                request.getHttpURI().getPath(),
                request.getHttpURI().getQuery(),
                request.getHeaders().get(HttpHeader.ACCEPT)));
        if (known != null) {
            exchange.route(known.route());
            exchange.cached(true);
            metrics.countAnswer(true);
        }
        return known;
    }
}
