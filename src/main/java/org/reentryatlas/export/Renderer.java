package org.reentryatlas.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a layer in one format. The same layer gives the same bytes. */
interface Renderer {
    /** Writes the file, which is not there yet. */
    void write(Export export, Path file) throws IOException;

    /** One that needs no more memory for a large layer than for a small one, and no file. */
    interface Streaming extends Renderer {
        /** Writes to a stream that the caller closes. */
        void stream(Export export, OutputStream out) throws IOException;

        @Override
        default void write(Export export, Path file) throws IOException {
            try (OutputStream out = Files.newOutputStream(file)) {
                stream(export, out);
            }
        }
    }
}
