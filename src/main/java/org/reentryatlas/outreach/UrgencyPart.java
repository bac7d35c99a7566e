package org.reentryatlas.outreach;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.reentryatlas.upkeep.Conditions.Figures;
import org.reentryatlas.upkeep.RequestKind;

/** What makes a clean-up urgent, with the weight that it has unless somebody says another one. */
enum UrgencyPart {
    /** New requests of the kind. What households order (bulk) is not among them: it is collected, and tells of a home. */
    DUMPING(3),
    LITTER(2),
    CLEANING(2),
    GRAFFITI(1),
    WEEDS(1),
    /** Requests that nobody has seen to yet, however old. */
    OPEN(2),
    /** How blocks look, from 1 (no litter) to 4. What nobody has looked at adds nothing. */
    APPEARANCE(3),
    /** Days since the last clean-up. Where none is known, it counts as long ago. */
    LAST_CLEAN_UP(1);

    /** So that what is told is what was reckoned with, without digits that say nothing. */
    private static final double STEPS = 1e4;

    private final double weight;

    UrgencyPart(double weight) {
        this.weight = weight;
    }

    static List<String> codes() {
        return Stream.of(values()).map(UrgencyPart::code).toList();
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    double weight() {
        return weight;
    }

    /** Which value adds nothing. */
    double zero() {
        return this == APPEARANCE ? 1 : 0;
    }

    /** What it counts, from 0 to 1, where it is not known. */
    double unknown() {
        return this == LAST_CLEAN_UP ? 1 : 0;
    }

    boolean isCount() {
        return this != APPEARANCE && this != LAST_CLEAN_UP;
    }

    /** Of an area, where requests count for each kilometre of street: NaN where it is not known, as requests are where there is no street. */
    double ofArea(Figures figures) {
        if (!isCount()) {
            return plain(figures);
        }
        return figures.streetKm() == 0 ? Double.NaN : rounded(plain(figures) / figures.streetKm());
    }

    /** Of a side of a block, where each request counts. */
    double ofFace(Figures figures) {
        return plain(figures);
    }

    private double plain(Figures figures) {
        return switch (this) {
            case OPEN -> figures.open();
            case APPEARANCE -> {
                Double appearance = figures.appearance();
                yield appearance == null ? Double.NaN : rounded(appearance);
            }
            case LAST_CLEAN_UP -> {
                Integer days = figures.daysSinceCleanUp();
                yield days == null ? Double.NaN : days;
            }
            case DUMPING -> figures.count(RequestKind.DUMPING);
            case LITTER -> figures.count(RequestKind.LITTER);
            case CLEANING -> figures.count(RequestKind.CLEANING);
            case GRAFFITI -> figures.count(RequestKind.GRAFFITI);
            case WEEDS -> figures.count(RequestKind.WEEDS);
        };
    }

    private static double rounded(double value) {
        return Math.round(value * STEPS) / STEPS;
    }
}
