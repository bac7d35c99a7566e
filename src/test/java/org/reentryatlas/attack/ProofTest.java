package org.reentryatlas.attack;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reentryatlas.protect.Attack;
import org.reentryatlas.protect.ProtectionException;
import org.reentryatlas.protect.World;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A proof as it is kept, and what becomes of one that does not prove. Two beats and a city; five people live in beat A. */
class ProofTest {
    private static final int[] TRUTH = {5, 40};
    private static final int[] NOBODY = {0, 0};
    private static final int[] ADDRESSES = {5, 40, 45};
    private static final int[] LARGEST = {1, 1, 1};

    private static Proof proof(World... worlds) {
        return new Proof(TRUTH, NOBODY, ADDRESSES, LARGEST, List.of(worlds));
    }

    private static ReleaseFiles files(String b, String city) {
        return ReleaseFiles.from(new FileSource.Texts(Map.of(
                "release.json",
                        "{\"release\":\"r\",\"policy\":{\"k\":11,\"rounding_base\":5,\"min_addresses\":3,\"known_members\":2}}",
                "atoms.csv", "atom,beat\n1,A\n2,B\n",
                "areas.csv", "level,area_key,parent_level,parent_key\nbeat,A,city,c\nbeat,B,city,c\ncity,c,,\n",
                "cells.csv",
                        "measure,level,area_key,status,value,earlier\npeople,beat,A,hidden,,\npeople,beat,B,%s,\npeople,city,c,%s,\n"
                                .formatted(b, city))));
    }

    private static World world(Attack attack, int a, int b) {
        return new World(attack, new int[] {a, b});
    }

    /** Everything hidden: whatever is demanded can be shown. */
    private static final Proof GOOD = proof(
            world(Attack.RULE_BLIND, 13, 40),
            world(Attack.RULE_BLIND, 5, 60),
            world(Attack.PATTERN_AWARE, 10, 40),
            world(Attack.PATTERN_AWARE, 1, 40),
            world(Attack.RULE_AWARE, 10, 40),
            world(Attack.RULE_AWARE, 1, 40));

    @Test
    void aProofIsReadBackAsItWasAndTheSameProofIsTheSameBytes() {
        byte[] bytes = GOOD.toBytes();
        assertThat(Proof.of(bytes).toBytes()).isEqualTo(bytes);
        assertThat(Proof.of(bytes).worlds()).isEqualTo(GOOD.worlds());
    }

    @Test
    void aProofThatProvesIsAccepted() {
        ProofCheck check = new ProofCheck(files("hidden,", "hidden,"), GOOD);
        assertThat(check.verify().demands()).isPositive();
        assertThat(check.verify().left()).isZero();
        assertThat(check.attack(step -> {}).isSafe()).isTrue();
    }

    @Test
    void aWorldThatContradictsTheFilesProvesNothing() {
        assertThatThrownBy(() -> new ProofCheck(files("shown,40", "hidden,"), GOOD).verify())
                .isInstanceOf(ProtectionException.class)
                .hasMessage("a world of the proof contradicts people in beat B");
    }

    @Test
    void whatNoWorldShowsIsNotProved() {
        assertThatThrownBy(() ->
                        new ProofCheck(files("hidden,", "hidden,"), proof(world(Attack.RULE_BLIND, 12, 40))).verify())
                .isInstanceOf(ProtectionException.class)
                .hasMessage("nothing shows that atom 0 is protected");
    }

    /** Of the city, a world shows no bound for beat B, which is hidden for its sake. */
    @Test
    void whatIsHiddenForOthersMustBeUncertain() {
        List<World> worlds =
                GOOD.worlds().stream().filter(world -> world.people()[1] != 60).toList();
        assertThatThrownBy(
                        () -> new ProofCheck(files("hidden,", "hidden,"), proof(worlds.toArray(World[]::new))).verify())
                .isInstanceOf(ProtectionException.class)
                .hasMessage("people in beat B can be bounded too closely");
    }

    @Test
    void theAttackFindsWhatNoWorldHidesAndNamesIt() {
        ProofCheck check = new ProofCheck(files("shown,40", "shown,45"), proof());
        assertThat(check.attack(step -> {}).isSafe()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"version\":1 | \"version\":9 | of another version than 1",
                "\"known\" | \"unknown\" | has no known",
                "[5,40] | [5,\"many\"] | cannot be read",
                "[0,8] | [9,8] | cannot be read",
                "rule-blind | rule-deaf | has an attack rule-deaf"
            })
    void whatIsNoProofIsNamed(String what, String instead, String message) throws IOException {
        String json;
        try (var text = new GZIPInputStream(new ByteArrayInputStream(GOOD.toBytes()))) {
            json = new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
        assertThat(json).contains(what);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var text = new GZIPOutputStream(bytes)) {
            text.write(json.replace(what, instead).getBytes(StandardCharsets.UTF_8));
        }
        assertThatThrownBy(() -> Proof.of(bytes.toByteArray()))
                .isInstanceOf(UnreadableReleaseException.class)
                .hasMessageContaining(message);
    }

    @Test
    void halfAProofAndAProofOfOtherFilesAreNamed() {
        byte[] bytes = GOOD.toBytes();
        assertThatThrownBy(() -> Proof.of(Arrays.copyOf(bytes, bytes.length / 2)))
                .isInstanceOf(UnreadableReleaseException.class)
                .hasMessage("the proof cannot be read");
        Proof other = new Proof(new int[] {5}, new int[] {0}, ADDRESSES, LARGEST, List.of());
        assertThatThrownBy(() -> new ProofCheck(files("hidden,", "hidden,"), other))
                .isInstanceOf(UnreadableReleaseException.class)
                .hasMessage("the proof is one of other files");
    }
}
