package org.reentryatlas.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A file on its way to whoever keeps it.
 *
 * @param name that it gets there, after our own
 * @param tag of its bytes; a weak one of what they say
 */
public record Attachment(String name, String mediaType, String cacheControl, String tag) {
    private static final int PIECE = 1 << 15;

    /** What is made while it is sent. */
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Sends the bytes as they are, or tells without them what they are.
     *
     * @param bytes asked only if they are sent
     */
    public void send(Context context, long length, Supplier<byte[]> bytes) {
        // Before any header, since what is said if this fails is no attachment.
        byte @Nullable [] body = isKnown(context) || isHead(context) ? null : bytes.get();
        // The tag is the digest of these very bytes, which would not hold if they were compressed on the way.
        context.disableCompression();
        putHeaders(context);
        if (isKnown(context)) {
            context.status(304);
        } else if (body == null) {
            context.res().setContentLengthLong(length);
        } else {
            Answers.sendWhole(context, body);
        }
    }

    /** Sends what is made meanwhile, compressed for whoever takes that. */
    public void stream(Context context, Content content) throws IOException {
        putHeaders(context);
        context.header("Vary", "Accept-Encoding");
        if (isKnown(context)) {
            context.status(304);
        } else if (isHead(context)) {
            // Before the server finds that there are no bytes, and tells that this is their number.
            context.res().flushBuffer();
        } else {
            // The server decides by the first piece whether compressing is worth it.
            OutputStream out = new BufferedOutputStream(context.outputStream(), PIECE);
            content.writeTo(out);
            out.flush();
        }
    }

    /** With a 304 too: a cache may take over what it says. */
    private void putHeaders(Context context) {
        context.header("ETag", tag)
                .header("Cache-Control", cacheControl)
                .header("Content-Disposition", "attachment; filename=\"reentry-atlas-" + name + "\"")
                .contentType(mediaType);
    }

    private boolean isKnown(Context context) {
        return EntityTag.isKnown(context.header("If-None-Match"), tag);
    }

    private static boolean isHead(Context context) {
        return context.method().equals(HandlerType.HEAD);
    }
}
