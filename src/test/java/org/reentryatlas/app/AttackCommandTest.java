package org.reentryatlas.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reentryatlas.support.Cli;

import static org.assertj.core.api.Assertions.assertThat;

/** The attack from outside on files that somebody else might have published, without a database. */
class AttackCommandTest {
    @TempDir
    Path directory;

    @BeforeEach
    void threeBeats() throws IOException {
        write("release.json", """
                {"release": "2026-06-30.1", "policy": {"k": 11, "rounding_base": 5, "min_addresses": 3, "known_members": 2}}
                """);
        write("atoms.csv", "atom,beat\n1,A\n2,B\n3,C\n");
        write("areas.csv", """
                level,area_key,name,parent_level,parent_key,residents,area_set,low_hit_rate
                beat,A,Beat A,city,city,,s,false
                beat,B,Beat B,city,city,,s,false
                beat,C,Beat C,city,city,,s,false
                city,city,The city,,,,s,false
                """);
        cells("hidden,", "hidden,", "shown,55", "shown,105");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(directory.resolve(name), text);
    }

    private void cells(String a, String b, String c, String city) throws IOException {
        write("cells.csv", """
                measure,level,area_key,status,value
                people,beat,A,%s
                people,beat,B,%s
                people,beat,C,%s
                people,city,city,%s
                """.formatted(a, b, c, city));
    }

    private Cli attack(String... options) {
        String[] arguments = new String[options.length + 2];
        arguments[0] = "attack";
        arguments[1] = directory.toString();
        System.arraycopy(options, 0, arguments, 2, options.length);
        return Cli.run(Map.of(), arguments);
    }

    @Test
    void twoHiddenBeatsHideEachOther() {
        Cli attack = attack();
        assertThat(attack.exitCode()).as(attack.err()).isZero();
        assertThat(attack.out())
                .contains("Release 2026-06-30.1: 5 atoms and hidden numbers attacked")
                .contains("may hold 11 people beside 2 known ones: 5")
                .contains("Nothing was proved to hold 1 to 10 people.");
    }

    /** 55 stands for 53 to 57 and 50 for 48 to 52, which leaves 1 to 9. */
    @Test
    void aBeatThatCanBeSubtractedIsNamedWithWhatGivesItAway() throws IOException {
        cells("hidden,", "shown,50", "zero,0", "shown,55");
        Cli attack = attack();
        assertThat(attack.exitCode()).isEqualTo(1);
        assertThat(attack.out())
                .contains("PROVED: people in beat A: 1.0 to 9.0, because of")
                .contains("people in city city")
                .contains("2 numbers are given away.");
    }

    /** 50 of 50 leaves 0 to 4, which may be nobody. */
    @Test
    void whereNobodyMayBeNothingIsProved() throws IOException {
        cells("hidden,", "shown,50", "zero,0", "shown,50");
        Cli attack = attack();
        assertThat(attack.exitCode()).isZero();
        assertThat(attack.out())
                .contains("not shown to, but may hold nobody: 3")
                .contains("the tightest bound found of these: people in beat A: 0.0 to 4.0");
    }

    @Test
    void whatIsLargeForCertainHasNothingToHide() {
        Cli attack = attack("--known-members", "60");
        assertThat(attack.exitCode()).isZero();
        assertThat(attack.out())
                .contains("may hold 11 people beside 60 known ones: 0")
                .contains("cannot, but hold 11 or more for certain: 1");
    }

    @Test
    void numbersThatContradictEachOtherAreAFault() throws IOException {
        cells("shown,45", "shown,45", "shown,45", "shown,15");
        Cli attack = attack();
        assertThat(attack.exitCode()).isNotZero();
        assertThat(attack.err()).contains("contradicts itself");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "release.json | nonsense | release.json is not JSON",
                "release.json | {\"release\": \"x\", \"policy\": {\"k\": 5, \"rounding_base\": 5, \"min_addresses\": 3}} | k is 5",
                "release.json | {\"release\": \"x\"} | release.json has no number k",
                "cells.csv | measure,level%npeople,beat | cells.csv has no column area_key",
                "cells.csv | measure,level,area_key,status,value%npeople,beat,A,secret, | a status secret",
                "cells.csv | measure,level,area_key,status,value%npeople,beat,A,shown,many | no whole number",
                "cells.csv | measure,level,area_key,status,value%npeople,beat,Z,hidden, | people in beat Z, and atoms.csv has no atom there",
                "atoms.csv | 'atom,beat%n1,\"A' | atoms.csv"
            })
    void aFileThatIsNotWhatItShouldBeIsNamed(String name, String text, String words) throws IOException {
        write(name, text.replace("%n", "\n"));
        Cli attack = attack();
        assertThat(attack.exitCode()).as(attack.out()).isEqualTo(2);
        assertThat(attack.err()).contains(words).doesNotContain("Exception");
    }

    @Test
    void aFileThatIsMissingIsNamed() throws IOException {
        Files.delete(directory.resolve("atoms.csv"));
        Cli attack = attack();
        assertThat(attack.exitCode()).isEqualTo(2);
        assertThat(attack.err()).contains("there is no " + directory.resolve("atoms.csv"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://127.0.0.1:1/releases/x | release.json does not answer",
                "'http://a b/' | neither a directory nor an address",
                "nowhere | there is no nowhere"
            })
    void aPlaceWithoutAReleaseIsNamed(String place, String words) {
        Cli attack = Cli.run(Map.of(), "attack", place);
        assertThat(attack.exitCode()).isEqualTo(2);
        assertThat(attack.err()).contains(words).doesNotContain("Exception");
    }

    @Test
    void fewerThanNobodyCannotBeKnown() {
        Cli attack = attack("--known-members=-1");
        assertThat(attack.exitCode()).isEqualTo(2);
        assertThat(attack.err()).contains("--known-members must not be negative");
    }
}
