package org.reentryatlas.outreach;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.outreach.Findings.Blocks;
import org.reentryatlas.outreach.Findings.Code;
import org.reentryatlas.outreach.Findings.Note;
import org.reentryatlas.outreach.GroundStore.Said;

/** Looks up the places that a plan names: which blocks and beats they are, and what planners should look at. */
final class Survey {
    /** A truck stops in a street, and a crew carries bags so far. */
    private static final int STREET_METRES = 30;

    /** Volunteers carry bags no further than that. */
    private static final int CARRY_METRES = 400;

    private final GroundStore ground;
    private final LocalDate day;
    private final List<Note> notes = new ArrayList<>();
    private final Set<String> areas = new TreeSet<>();

    private Survey(GroundStore ground, LocalDate day) {
        this.ground = ground;
        this.day = day;
    }

    /** What is found of a plan's places on its day. */
    static Findings of(Plan plan, GroundStore ground) {
        Survey survey = new Survey(ground, plan.starts().toLocalDate());
        List<@Nullable Blocks> sites = survey.sites(plan.sites());
        survey.lookAtPlaces(plan, sites.stream().filter(Objects::nonNull).toList());
        survey.lookAtAreas(plan.namedAreas());
        return new Findings(List.copyOf(survey.areas), sites, survey.notes);
    }

    private List<@Nullable Blocks> sites(List<String> texts) {
        List<@Nullable Blocks> sites = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            Blocks blocks = site("sites[" + i + "]", texts.get(i));
            if (blocks != null) {
                areas.addAll(blocks.areas());
            }
            sites.add(blocks);
        }
        return sites;
    }

    /** The blocks that a text names, or null with a note. */
    private @Nullable Blocks site(String field, String text) {
        List<Said> streets = ground.streets(text);
        Said said = streets.get(0);
        if (said.from() == null || said.to() == null) {
            return nothing(field, Code.NOT_A_BLOCK_RANGE, List.of());
        }
        if (said.streetId() == null || said.street() == null) {
            return nothing(field, Code.STREET_UNKNOWN, ground.streetsLike(text));
        }
        if (streets.size() > 1) {
            return nothing(
                    field,
                    Code.STREET_AMBIGUOUS,
                    streets.stream().map(each -> String.valueOf(each.street())).toList());
        }
        Blocks blocks = said.from() > said.to()
                ? null
                : ground.blocks(said.streetId(), said.street(), said.from(), said.to(), day)
                        .orElse(null);
        if (blocks == null) {
            return nothing(
                    field,
                    Code.BLOCKS_UNKNOWN,
                    ground.numbers(said.streetId())
                            .map(range -> List.of(Integer.toString(range.low()), Integer.toString(range.high())))
                            .orElse(List.of()));
        }
        if (blocks.areas().size() > 1) {
            notes.add(new Note(field, Code.BLOCKS_CROSS, blocks.areas()));
        } else if (blocks.areas().isEmpty()) {
            notes.add(new Note(field, Code.OUTSIDE, List.of()));
        }
        return blocks;
    }

    private @Nullable Blocks nothing(String field, Code code, List<String> values) {
        notes.add(new Note(field, code, values));
        return null;
    }

    private void lookAtPlaces(Plan plan, List<Blocks> sites) {
        Place rally = plan.rally();
        if (rally != null) {
            lookAt("rally", rally);
        }
        for (int i = 0; i < plan.collectionPoints().size(); i++) {
            String field = "collectionPoints[" + i + "]";
            Place point = plan.collectionPoints().get(i);
            lookAt(field, point);
            if (!ground.isStreetNear(point.position(), STREET_METRES)) {
                notes.add(new Note(field, Code.NO_STREET_NEAR, List.of(Integer.toString(STREET_METRES))));
            }
            OptionalDouble metres = ground.metres(point.position(), sites);
            if (metres.isPresent() && metres.getAsDouble() > CARRY_METRES) {
                notes.add(
                        new Note(field, Code.FAR_FROM_SITES, List.of(Long.toString(Math.round(metres.getAsDouble())))));
            }
        }
    }

    private void lookAt(String field, Place place) {
        List<String> within = ground.areas(place.position(), day);
        areas.addAll(within);
        if (within.isEmpty()) {
            notes.add(new Note(field, Code.OUTSIDE, List.of()));
        }
    }

    private void lookAtAreas(List<String> keys) {
        Set<String> known = ground.known(keys, day);
        for (String key : keys) {
            areas.add(key);
            if (!known.contains(key)) {
                notes.add(new Note("area", Code.AREA_UNKNOWN, List.of(key)));
            }
        }
    }
}
