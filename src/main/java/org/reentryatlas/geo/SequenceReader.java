package org.reentryatlas.geo;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Text in which the record separators of a GeoJSON text sequence (RFC 8142) are line feeds. Within a string both are as
 * unlawful.
 */
final class SequenceReader extends FilterReader {
    private static final char RECORD_SEPARATOR = '\u001E';

    SequenceReader(Reader text) {
        super(text);
    }

    @Override
    public int read() throws IOException {
        int c = super.read();
        return c == RECORD_SEPARATOR ? '\n' : c;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        for (int i = offset; i < offset + count; i++) {
            if (buffer[i] == RECORD_SEPARATOR) {
                buffer[i] = '\n';
            }
        }
        return count;
    }
}
