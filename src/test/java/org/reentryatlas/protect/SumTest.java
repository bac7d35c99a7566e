package org.reentryatlas.protect;

import java.util.BitSet;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SumTest {
    private static final int[] WORLD = {1, 10, 100, 1_000};

    private static final Sum DIFFERENCE = Sum.of(new int[] {3, 1}, new double[] {1, -2});

    private static BitSet bits(int... atoms) {
        BitSet bits = new BitSet();
        for (int atom : atoms) {
            bits.set(atom);
        }
        return bits;
    }

    @Test
    void addsUpItsAtomsTimesTheirFactors() {
        assertThat(Sum.of(new int[] {0, 2}, 1).in(WORLD)).isEqualTo(101);
        assertThat(Sum.of(new int[] {0, 2}, -3).in(WORLD)).isEqualTo(-303);
        assertThat(DIFFERENCE.in(WORLD)).isEqualTo(980);
        assertThat(DIFFERENCE.negated().in(WORLD)).isEqualTo(-980);
        assertThat(Sum.of(new int[0], 1).in(WORLD)).isZero();
    }

    @Test
    void twoSumsAddUpToBoth() {
        Sum both = DIFFERENCE.plus(Sum.of(new int[] {0, 2}, 1));
        assertThat(both.size()).isEqualTo(4);
        assertThat(both.in(WORLD)).isEqualTo(1_081);
        assertThat(both.atom(2)).isEqualTo(0);
        assertThat(both.factor(1)).isEqualTo(-2);
    }

    @Test
    void keepsTheTermsOfSomeAtoms() {
        Sum some = DIFFERENCE.plus(Sum.of(new int[] {0, 2}, 1)).only(atom -> atom < 2);
        assertThat(some.size()).isEqualTo(2);
        assertThat(some.in(WORLD)).isEqualTo(-19);
    }

    @Test
    void touchesWhatItSharesAnAtomWithAndIsWithinWhatHasAll() {
        assertThat(DIFFERENCE.touches(bits(1))).isTrue();
        assertThat(DIFFERENCE.touches(bits(0, 2))).isFalse();
        assertThat(DIFFERENCE.isWithin(bits(1, 3))).isTrue();
        assertThat(DIFFERENCE.isWithin(bits(0, 3))).isFalse();
    }

    @Test
    void doesNotChangeWithTheArraysItIsMadeOf() {
        int[] atoms = {0};
        double[] factors = {1};
        Sum sum = Sum.of(atoms, factors);
        atoms[0] = 1;
        factors[0] = 5;
        assertThat(sum.in(WORLD)).isEqualTo(1);
    }
}
