package org.reentryatlas.duplicate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.reentryatlas.support.Cli;
import org.reentryatlas.support.SmallCity;
import org.reentryatlas.support.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

class DuplicatesCommandTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    static Path directory;

    @Test
    void aPairIsListedAndBothListingsStay() throws IOException {
        Map<String, String> environment = DATABASE.environment(SmallCity.config(directory));
        Path file = Files.writeString(directory.resolve("providers.csv"), """
                id,name,address,phone,lon,lat
                1,Harbour Job Centre,120 North Main Street,307-555-0101,-105.09,43.51
                2,Harbor Job Centre,120 N. Main St.,(307) 555-0101,-105.09,43.51
                3,Food Pantry,120 North Main Street,307-555-0101,-105.09,43.51
                """);
        Cli load = Cli.run(environment, "load", "providers", file.toString());
        assertThat(load.exitCode()).as(load.err()).isZero();
        Path out = directory.resolve("pairs.csv");
        Cli run = Cli.run(environment, "providers", "duplicates", "--out", out.toString());
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("3 listings, 1 pairs that may be the same; nothing was merged");
        assertThat(Files.readAllLines(out))
                .hasSize(2)
                .last()
                .asString()
                .contains("1,Harbour Job Centre,2,", "same phone");
        assertThat(Cli.run(environment, "providers", "duplicates", "--min-score", "2")
                        .exitCode())
                .isEqualTo(2);
    }
}
