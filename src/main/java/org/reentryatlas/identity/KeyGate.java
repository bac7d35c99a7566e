package org.reentryatlas.identity;

import io.javalin.http.Context;
import java.util.Collection;
import java.util.Locale;
import java.util.UUID;
import org.reentryatlas.http.Allowance;
import org.reentryatlas.http.Gate;
import org.reentryatlas.http.ProblemException;
import org.reentryatlas.http.Requests;

/**
 * Before the gate: whoever comes with the key of a program is held to it, and never taken for somebody without one. Everybody else goes on to
 * the matrix.
 */
public final class KeyGate implements Gate {
    private static final String ROUTE = "GET /layers/{file}";
    private static final String BEARER = "bearer";

    /** Downloads of a key: so many at once, and then one each so many seconds. */
    private static final int AT_ONCE = 20;

    private static final int SECONDS_EACH = 3;

    private final Gatekeeper gatekeeper;
    private final ApiKeyStore keys;
    private final Allowance<UUID> allowance = new Allowance<>(AT_ONCE, SECONDS_EACH);

    public KeyGate(Gatekeeper gatekeeper, ApiKeyStore keys) {
        this.gatekeeper = gatekeeper;
        this.keys = keys;
    }

    @Override
    public void requireExactly(Collection<String> routes) {
        gatekeeper.requireExactly(routes);
    }

    @Override
    public boolean admit(Context context, String route) {
        String header = context.header("Authorization");
        // Other schemes are those of a proxy before us.
        if (header == null || !header.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
            return gatekeeper.admit(context, route);
        }
        ApiKey key = keys.find(header.substring(BEARER.length()).strip())
                .orElseThrow(ProblemException::keyInvalid)
                .from(Requests.client(context));
        if (!route.equals(ROUTE)) {
            gatekeeper.refuse(key.owner(), route);
            throw scope("A key of a program fetches files of layers alone.");
        }
        if (gatekeeper.isTrainingOver(key.owner())) {
            throw ProblemException.forbidden(
                    "TRAINING_LAPSED",
                    "A year has passed since the last training of whoever has this key.",
                    "Ask without the key, or be trained again and have an administrator write it down.");
        }
        allowance.take(key.id());
        context.attribute(Gate.KEY, key);
        return false;
    }

    /** That a key is not for what it is used for. */
    public static ProblemException scope(String detail) {
        return ProblemException.forbidden(
                "KEY_SCOPE", detail, "Make another key at /keys.html, or ask without one for what everybody reads.");
    }
}
