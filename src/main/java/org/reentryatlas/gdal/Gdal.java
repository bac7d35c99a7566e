package org.reentryatlas.gdal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * GDAL's programs, each in a process of its own and kept off the network. What they complain of may hold values of the file,
 * so it is not passed on; only the number of the complaint is.
 */
public final class Gdal {
    private static final Pattern DRIVER = Pattern.compile("^ {2}(.+?) -[a-z ,]+- \\(");
    private static final Pattern ERROR = Pattern.compile("^ERROR (\\d+)", Pattern.MULTILINE);
    /** An address at which nothing listens. */
    private static final String NOWHERE = "http://127.0.0.1:9";

    private final Map<String, String> environment = new HashMap<>();
    private final Faults faults;

    /** How whoever needs GDAL says what went wrong. */
    public interface Faults {
        /** The program is not installed. */
        RuntimeException missing(String program);

        /** It did not answer any more and was ended. */
        RuntimeException silent();

        /**
         * It could not do what it was asked.
         *
         * @param how the number of its complaint, or its exit code
         */
        RuntimeException failed(String how);
    }

    private Gdal(Faults faults) {
        this.faults = faults;
        for (String name : List.of("PATH", "LD_LIBRARY_PATH", "GDAL_DATA", "PROJ_LIB", "PROJ_DATA")) {
            String value = System.getenv(name);
            if (value != null) {
                environment.put(name, value);
            }
        }
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("GDAL_DRIVER_PATH", "disable");
        environment.put("PROJ_NETWORK", "OFF");
        // Where a large extract of OpenStreetMap is sorted; otherwise that is wherever the program was started.
        environment.put("CPL_TMPDIR", System.getProperty("java.io.tmpdir"));
        for (String proxy : List.of("http_proxy", "https_proxy", "GDAL_HTTP_PROXY", "GDAL_HTTPS_PROXY")) {
            environment.put(proxy, NOWHERE);
        }
    }

    /**
     * Programs that read a file of somebody else's.
     *
     * @param driver the only one that may open it
     */
    public static Gdal reading(String driver, Faults faults) throws IOException {
        Gdal gdal = new Gdal(faults);
        List<String> others = gdal.run("ogrinfo", "--formats")
                .lines()
                .map(DRIVER::matcher)
                .filter(Matcher::find)
                .map(format -> format.group(1))
                // ogr2ogr hands us the rows by this one; reading is up to the driver that is left.
                .filter(name -> !name.equals(driver) && !name.equals("CSV"))
                .toList();
        gdal.environment.put("GDAL_SKIP", String.join(",", others));
        return gdal;
    }

    /**
     * Programs that write files of what we wrote ourselves.
     *
     * @param day what they write where a format wants to know when, so that the same rows give the same bytes
     */
    public static Gdal writing(LocalDate day, Faults faults) {
        Gdal gdal = new Gdal(faults);
        gdal.environment.put("OGR_CURRENT_DATE", day + "T00:00:00.000Z");
        return gdal;
    }

    /** All that the program prints. */
    public String run(String program, String... arguments) throws IOException {
        try (Child child = start(program, arguments)) {
            String output;
            try (InputStream in = child.output()) {
                output = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
            requireSuccess(child);
            return output;
        }
    }

    /** A program at work. */
    public Child start(String program, String... arguments) throws IOException {
        require(program);
        List<String> command = new ArrayList<>(List.of(program));
        command.addAll(List.of(arguments));
        return Child.start(environment, command);
    }

    /** Makes sure that a program is installed. */
    public void require(String program) {
        if (Stream.of(environment.getOrDefault("PATH", "").split(":", -1))
                .noneMatch(folder -> Path.of(folder, program).toFile().canExecute())) {
            throw faults.missing(program);
        }
    }

    /** Waits for the end; a complaint counts even if the program went on after it, since then rows are missing. */
    public void requireSuccess(Child child) throws IOException {
        int code = child.exitCode();
        Matcher error = ERROR.matcher(child.complaints());
        if (child.fellSilent()) {
            throw faults.silent();
        }
        boolean complained = error.find();
        if (code != 0 || complained) {
            throw faults.failed(complained ? "error " + error.group(1) : "exit code " + code);
        }
    }
}
