package org.reentryatlas.protect;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NeighbourhoodTest {
    private static final int PIECES = 6;
    private static final int NEED = 6;

    /** Six pieces in a row, of which each two neighbours share a cell; a need in the first and the last. */
    private static CellSystem row() {
        Town town = new Town();
        int[] pieces = IntStream.range(0, PIECES).map(i -> town.piece(20)).toArray();
        int need = town.need(5, pieces[0]);
        int other = town.need(5, pieces[0]);
        int needOfLast = town.need(5, pieces[5]);
        for (int i = 1; i < PIECES; i++) {
            town.cell(1, pieces[i - 1], pieces[i]);
        }
        town.cell(1, pieces);
        town.cell(1, need);
        town.cell(1, other);
        town.cell(1, needOfLast);
        return town.build();
    }

    private static List<String> growing(CellSystem system, Sum sum, int... sizes) {
        return new Neighbourhood(system)
                .growing(sum, sizes)
                .map(BitSet::toString)
                .toList();
    }

    private static BitSet bits(int... atoms) {
        BitSet bits = new BitSet();
        IntStream.of(atoms).forEach(bits::set);
        return bits;
    }

    @Test
    void theSmallestAreasAroundComeFirst() {
        assertThat(growing(row(), Town.sum(2), 2, 3, 4))
                .containsExactly("{1, 2, 3}", "{0, 1, 2, 3}", "{0, 1, 2, 3, 4}");
    }

    @Test
    void ofLargeAndSmallAreasTheSmallComeFirst() {
        Town town = new Town();
        int[] pieces = IntStream.range(0, PIECES).map(i -> town.piece(20)).toArray();
        town.cell(1, pieces[0], pieces[1], pieces[2], pieces[3]);
        town.cell(1, pieces[0], pieces[5]);
        town.cell(1, pieces[0], pieces[4]);
        assertThat(growing(town.build(), Town.sum(0), 4)).containsExactly("{0, 1, 2, 4, 5}");
    }

    @Test
    void groundThatDoesNotGrowIsGivenOnce() {
        assertThat(growing(row(), Town.sum(0), 200, 500, Integer.MAX_VALUE)).containsExactly("{0, 1, 2, 3, 4, 5}");
    }

    @Test
    void anAreaThatIsLargerThanWhatIsAskedForIsLeftOut() {
        Town town = new Town();
        int[] pieces = IntStream.range(0, 5).map(i -> town.piece(20)).toArray();
        town.cell(1, pieces);
        town.cell(1, pieces[0], pieces[4]);
        assertThat(growing(town.build(), Town.sum(pieces[0]), 4)).containsExactly("{0, 4}");
        assertThat(growing(town.build(), Town.sum(pieces[0]), 5)).containsExactly("{0, 1, 2, 3, 4}");
    }

    @Test
    void theGroundOfANeedIsThatOfItsPeople() {
        assertThat(growing(row(), Town.sum(NEED), 2)).containsExactly("{0, 1, 2}");
        assertThat(growing(row(), Town.sum(3, 4), 0)).containsExactly("{3, 4}");
    }

    /** A cell of needs alone joins ground too. */
    @Test
    void aNeedThatTwoPiecesShareJoinsThem() {
        Town town = new Town();
        int first = town.piece(20);
        town.piece(20);
        int third = town.piece(20);
        town.cell(1, town.need(5, first), town.need(5, third));
        assertThat(growing(town.build(), Town.sum(first), 10)).containsExactly("{0, 2}");
    }

    @Test
    void partsComeWithTheirWholes() {
        CellSystem row = row();
        Neighbourhood neighbourhood = new Neighbourhood(row);
        assertThat(neighbourhood.withParts(bits(0, 1))).isEqualTo(bits(0, 1, 6, 7));
        BitSet block = bits(row.blockOf(7));
        assertThat(neighbourhood.withParts(bits(0, 5), block)).isEqualTo(bits(0, 5, 7));
    }
}
