package org.reentryatlas.http;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Lets a request that has to be worked on go on in a thread of its own. What comes before never waits for anything, so the
 * thread that has read a request also answers it: to hand each over to another costs more than an answer from memory.
 */
final class OwnThread extends Handler.Wrapper {
    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        request.getContext().execute(() -> goOn(request, response, callback));
        return true;
    }

    private void goOn(Request request, Response response, Callback callback) {
        try {
            if (!super.handle(request, response, callback)) {
                Response.writeError(request, response, callback, 404);
            }
        } catch (Throwable e) {
            Response.writeError(request, response, callback, e);
        }
    }
}
