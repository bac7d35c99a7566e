package org.reentryatlas.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Fonts of this machine that their licenses allow to embed. A PDF without its fonts is not readable everywhere and is no
 * PDF/UA.
 */
public record Fonts(Path regular, Path bold, Path mono) {
    /** DejaVu (Bitstream Vera license), Liberation and Noto (SIL Open Font License): regular, bold, of one width. */
    private static final List<List<String>> FAMILIES = List.of(
            List.of("DejaVuSans.ttf", "DejaVuSans-Bold.ttf", "DejaVuSansMono.ttf"),
            List.of("LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf", "LiberationMono-Regular.ttf"),
            List.of("NotoSans-Regular.ttf", "NotoSans-Bold.ttf", "NotoSansMono-Regular.ttf"));

    private static final int DEEPEST = 6;

    /**
     * The first family of those that is installed.
     *
     * @throws FontMissingException if none is
     */
    public static Fonts find() {
        String home = System.getProperty("user.home", "");
        return find(List.of(
                Path.of("/usr/share/fonts"),
                Path.of("/usr/local/share/fonts"),
                Path.of(home, ".local/share/fonts"),
                Path.of(home, ".fonts")));
    }

    static Fonts find(List<Path> folders) {
        Map<String, Path> installed = new TreeMap<>();
        folders.forEach(folder -> list(folder)
                .forEach(file -> installed.putIfAbsent(
                        Optional.ofNullable(file.getFileName())
                                .map(Path::toString)
                                .orElse(""),
                        file)));
        for (List<String> family : FAMILIES) {
            Path regular = installed.get(family.get(0));
            Path bold = installed.get(family.get(1));
            if (regular != null && bold != null) {
                return new Fonts(regular, bold, installed.getOrDefault(family.get(2), regular));
            }
        }
        throw new FontMissingException("a PDF needs a font to embed, and neither DejaVu Sans nor Liberation Sans nor"
                + " Noto Sans is installed in " + folders + ": install the Debian package fonts-dejavu-core, or take"
                + " the HTML");
    }

    private static List<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder, DEEPEST)) {
            return files.filter(file -> file.toString().endsWith(".ttf"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
