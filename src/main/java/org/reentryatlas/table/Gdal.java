package org.reentryatlas.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * GDAL's programs, each held to one driver and kept off the network. What they complain of may hold values of the file,
 * so it is not passed on; only the number of the complaint is.
 */
final class Gdal {
    private static final String MISSING =
            "this format is read with GDAL's ogr2ogr, which is not installed; on Debian: apt-get install gdal-bin";
    private static final Pattern DRIVER = Pattern.compile("^ {2}(.+?) -[a-z ,]+- \\(");
    private static final Pattern ERROR = Pattern.compile("^ERROR (\\d+)", Pattern.MULTILINE);
    /** An address at which nothing listens. */
    private static final String NOWHERE = "http://127.0.0.1:9";

    private final Path file;
    private final Map<String, String> environment;

    /**
     * Looks for GDAL.
     *
     * @param driver the only one that may open the file
     * @throws TableException if GDAL is not installed
     */
    Gdal(Path file, String driver) throws IOException {
        this.file = file;
        Map<String, String> quiet = new HashMap<>();
        for (String name : List.of("PATH", "LD_LIBRARY_PATH", "GDAL_DATA", "PROJ_LIB", "PROJ_DATA")) {
            String value = System.getenv(name);
            if (value != null) {
                quiet.put(name, value);
            }
        }
        quiet.put("LC_ALL", "C.UTF-8");
        quiet.put("GDAL_DRIVER_PATH", "disable");
        quiet.put("PROJ_NETWORK", "OFF");
        for (String proxy : List.of("http_proxy", "https_proxy", "GDAL_HTTP_PROXY", "GDAL_HTTPS_PROXY")) {
            quiet.put(proxy, NOWHERE);
        }
        this.environment = quiet;
        List<String> others = run("ogrinfo", "--formats")
                .lines()
                .map(DRIVER::matcher)
                .filter(Matcher::find)
                .map(format -> format.group(1))
                // ogr2ogr hands us the rows by this one; reading is up to the driver that is left.
                .filter(name -> !name.equals(driver) && !name.equals("CSV"))
                .toList();
        quiet.put("GDAL_SKIP", String.join(",", others));
    }

    /** All that the program prints. */
    String run(String program, String... arguments) throws IOException {
        try (Child child = start(program, arguments)) {
            String output;
            try (InputStream in = child.output()) {
                output = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
            requireSuccess(child);
            return output;
        }
    }

    Child start(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(program));
        command.addAll(List.of(arguments));
        if (Stream.of(environment.getOrDefault("PATH", "").split(":", -1))
                .noneMatch(folder -> Path.of(folder, program).toFile().canExecute())) {
            throw new TableException(file + ": " + MISSING);
        }
        return Child.start(environment, command);
    }

    /** Waits for the end; a complaint counts even if the program went on after it, since then rows are missing. */
    void requireSuccess(Child child) throws IOException {
        int code = child.exitCode();
        Matcher error = ERROR.matcher(child.complaints());
        if (child.fellSilent()) {
            throw new TableException(file + ": GDAL did not answer any more while it read the file");
        }
        boolean complained = error.find();
        if (code != 0 || complained) {
            throw new TableException(file + ": the file is damaged, cut off or not what its ending says (GDAL "
                    + (complained ? "error " + error.group(1) : "exit code " + code) + ")");
        }
    }
}
