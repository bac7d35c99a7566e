package org.reentryatlas.siting;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * The p-median problems of Beasley's OR-Library. They are graphs, of which some edges are given twice: the optimal values that are
 * published hold if the last one wins.
 */
final class Pmed {
    static final Path ORACLES = Path.of("../shared/oracles/access/orlib-pmed");

    private final SitingProblem problem;
    private final int median;

    private Pmed(SitingProblem problem, int median) {
        this.problem = problem;
        this.median = median;
    }

    /** Which of two lengths of one edge holds. */
    enum Duplicates {
        LAST,
        SHORTEST
    }

    static Pmed read(int number, Duplicates duplicates) {
        Path file = ORACLES.resolve("pmed" + number + ".txt.gz");
        try (BufferedReader text = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.US_ASCII))) {
            int[] numbers = text.lines()
                    .flatMap(line -> Stream.of(line.strip().split("\\s+", -1)))
                    .filter(word -> !word.isEmpty())
                    .mapToInt(Integer::parseInt)
                    .toArray();
            return new Pmed(problem(numbers, duplicates), numbers[2]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SitingProblem problem(int[] numbers, Duplicates duplicates) {
        int size = numbers[0];
        double[][] lengths = new double[size][size];
        for (int i = 0; i < size; i++) {
            Arrays.fill(lengths[i], Double.POSITIVE_INFINITY);
            lengths[i][i] = 0;
        }
        for (int at = 3; at < 3 + 3 * numbers[1]; at += 3) {
            int one = numbers[at] - 1;
            int other = numbers[at + 1] - 1;
            double length = numbers[at + 2];
            if (duplicates == Duplicates.SHORTEST) {
                length = Math.min(length, lengths[one][other]);
            }
            lengths[one][other] = length;
            lengths[other][one] = length;
        }
        shorten(lengths);
        double[] weights = new double[size];
        Arrays.fill(weights, 1);
        return SitingProblem.of(weights, lengths, size);
    }

    /** All shortest paths (Floyd, Communications of the ACM 5, 1962). */
    private static void shorten(double[][] lengths) {
        for (int by = 0; by < lengths.length; by++) {
            for (double[] from : lengths) {
                for (int to = 0; to < lengths.length; to++) {
                    from[to] = Math.min(from[to], from[by] + lengths[by][to]);
                }
            }
        }
    }

    /** The values of the file that comes with the problems. */
    static double optimum(int number) {
        try (Stream<String> lines = Files.lines(ORACLES.resolve("pmedopt.txt"))) {
            return lines.map(line -> line.strip().split("\\s+", -1))
                    .filter(words -> words[0].equals("pmed" + number))
                    .mapToDouble(words -> Double.parseDouble(words[1]))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    SitingProblem problem() {
        return problem;
    }

    Goal.PMedian goal() {
        return new Goal.PMedian(median);
    }
}
