package org.reentryatlas.democity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The built city, before anybody lives or works in it. Metres around the city centre.
 *
 * @param beatOf the beat of every block
 */
record City(
        Plan plan,
        List<Segment> segments,
        Blocks blocks,
        List<Address> addresses,
        List<Area> beats,
        List<Area> tracts,
        List<Integer> populations,
        Map<Integer, Area> beatOf) {
    static City build(long seed) {
        Plan plan = new Plan();
        List<Line> lines = Layout.lines(plan, Dice.of(seed, "layout"));
        List<Edge> edges = Network.of(plan, lines, Dice.of(seed, "network"));
        List<Segment> segments = Segment.of(plan, edges);
        Blocks blocks = Blocks.of(edges);
        List<Address> addresses = Addresses.of(plan, segments, blocks, Dice.of(seed, "addresses"));
        List<Area> beats = Beats.of(blocks, addresses);
        List<Area> tracts = Tracts.of(blocks, addresses, beats, Dice.of(seed, "tracts"));
        List<Integer> populations = Tracts.populations(tracts, blocks, addresses, Dice.of(seed, "population"));
        Map<Integer, Area> beatOf = new HashMap<>();
        beats.forEach(beat -> beat.blocks().forEach(block -> beatOf.put(block, beat)));
        return new City(plan, segments, blocks, addresses, beats, tracts, populations, beatOf);
    }

    Area beatOf(Address address) {
        Area beat = beatOf.get(address.block());
        if (beat == null) {
            throw new IllegalStateException("block " + address.block() + " belongs to no beat");
        }
        return beat;
    }

    boolean isSparse(Area beat) {
        return Places.SPARSE_BEATS.stream().anyMatch(s -> s.name().equals(beat.name()));
    }
}
