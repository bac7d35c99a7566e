package org.reentryatlas.protect;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntPredicate;

/** A weighted sum of atoms. Immutable; the arrays are never handed out to be changed. */
final class Sum {
    private final int[] atoms;
    private final double[] factors;

    private Sum(int[] atoms, double[] factors) {
        this.atoms = atoms;
        this.factors = factors;
    }

    /** Each atom once, times the factor. */
    static Sum of(int[] atoms, double factor) {
        double[] factors = new double[atoms.length];
        Arrays.fill(factors, factor);
        return new Sum(atoms, factors);
    }

    static Sum of(int[] atoms, double[] factors) {
        return new Sum(atoms.clone(), factors.clone());
    }

    /** This sum and the other, which must share no atom with it. */
    Sum plus(Sum other) {
        int[] all = Arrays.copyOf(atoms, atoms.length + other.atoms.length);
        System.arraycopy(other.atoms, 0, all, atoms.length, other.atoms.length);
        double[] both = Arrays.copyOf(factors, all.length);
        System.arraycopy(other.factors, 0, both, factors.length, other.factors.length);
        return new Sum(all, both);
    }

    /** The terms of some atoms. */
    Sum only(IntPredicate which) {
        int[] some = new int[atoms.length];
        double[] theirs = new double[atoms.length];
        int size = 0;
        for (int term = 0; term < atoms.length; term++) {
            if (which.test(atoms[term])) {
                some[size] = atoms[term];
                theirs[size++] = factors[term];
            }
        }
        return new Sum(Arrays.copyOf(some, size), Arrays.copyOf(theirs, size));
    }

    Sum negated() {
        return new Sum(atoms, Arrays.stream(factors).map(factor -> -factor).toArray());
    }

    int size() {
        return atoms.length;
    }

    int atom(int term) {
        return atoms[term];
    }

    double factor(int term) {
        return factors[term];
    }

    /** Whether any of the atoms is in the sum. */
    boolean touches(BitSet some) {
        for (int atom : atoms) {
            if (some.get(atom)) {
                return true;
            }
        }
        return false;
    }

    /** Whether all of the sum's atoms are among them. */
    boolean isWithin(BitSet some) {
        for (int atom : atoms) {
            if (!some.get(atom)) {
                return false;
            }
        }
        return true;
    }

    /** The value of the sum in a world. */
    double in(int[] world) {
        double value = 0;
        for (int term = 0; term < atoms.length; term++) {
            value += factors[term] * world[atoms[term]];
        }
        return value;
    }
}
