package org.reentryatlas.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.reentryatlas.http.ProblemException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** How files are made in turn, with renderers that are slow, fail, or count. */
class CurrentFilesTest {
    private static final Duration SHORT = Duration.ofMillis(50);
    private static final Export SITES = HostileLayer.sites();

    private static CurrentFiles files(Renderer renderer) {
        return new CurrentFiles(SHORT, format -> renderer);
    }

    /** Writes another text each time. */
    private static final class Counting implements Renderer {
        private final AtomicInteger made = new AtomicInteger();

        @Override
        public void write(Export export, Path file) throws IOException {
            Files.writeString(file, "file " + made.incrementAndGet());
        }
    }

    private static String text(CurrentFiles.Made made) {
        return new String(made.bytes(), StandardCharsets.UTF_8);
    }

    private static void assertUnavailable(ThrowingCallable call, String detail) {
        assertThatThrownBy(call)
                .isInstanceOf(ProblemException.class)
                .hasMessage(detail)
                .extracting("status")
                .isEqualTo(503);
    }

    @Test
    void aFileIsMadeOnceForEachVersionAndWhoHasAnOlderOneKeepsIt() {
        CurrentFiles files = files(new Counting());
        CurrentFiles.Made first = files.get("1", SITES, Format.GEOPACKAGE);
        assertThat(files.get("1", SITES, Format.GEOPACKAGE)).isSameAs(first);
        CurrentFiles.Made second = files.get("2", SITES, Format.GEOPACKAGE);
        assertThat(text(second)).isEqualTo("file 2");
        assertThat(text(first)).isEqualTo("file 1");
        assertThat(second.sha256()).isNotEqualTo(first.sha256());
        assertThat(text(files.get("2", SITES, Format.XLSX))).isEqualTo("file 3");
    }

    @Test
    void ofOlderDataNothingStaysInMemory() {
        CurrentFiles files = files(new Counting());
        files.get("1", SITES, Format.XLSX);
        files.get("2", SITES, Format.GEOPACKAGE);
        assertThat(text(files.get("1", SITES, Format.XLSX))).isEqualTo("file 3");
    }

    @Test
    void whoComesWhileAnotherIsMadeIsSentAwayAfterAWhile() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Counting counting = new Counting();
        CurrentFiles files = files((export, file) -> {
            begun.countDown();
            try {
                end.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            counting.write(export, file);
        });
        CompletableFuture<CurrentFiles.Made> slow =
                CompletableFuture.supplyAsync(() -> files.get("1", SITES, Format.XLSX));
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        assertUnavailable(
                () -> files.get("1", SITES, Format.GEOPACKAGE),
                "Another file is being made; these are made one at a time.");
        end.countDown();
        assertThat(text(slow.get(10, TimeUnit.SECONDS))).isEqualTo("file 1");
        assertThat(text(files.get("1", SITES, Format.GEOPACKAGE))).isEqualTo("file 2");
    }

    @Test
    void whatFailsIsToldNeutrallyAndTriedAgain() {
        Counting counting = new Counting();
        AtomicInteger asked = new AtomicInteger();
        CurrentFiles files = files((export, file) -> {
            if (asked.incrementAndGet() == 1) {
                throw new ExportException("ogr2ogr is missing: apt-get install gdal-bin");
            }
            counting.write(export, file);
        });
        assertUnavailable(
                () -> files.get("1", SITES, Format.GEOPACKAGE), "Files of this format cannot be made at the moment.");
        assertThat(text(files.get("1", SITES, Format.GEOPACKAGE))).isEqualTo("file 1");
    }
}
