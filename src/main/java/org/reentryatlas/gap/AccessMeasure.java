package org.reentryatlas.gap;

import java.util.Optional;
import java.util.stream.Stream;
import org.reentryatlas.access.CatchmentWeights;
import org.reentryatlas.access.Catchments;
import org.reentryatlas.access.CostTable;
import org.reentryatlas.access.Decay;
import org.reentryatlas.access.Weights;

/** How the access of a run, and with it its gaps, are measured. */
public enum AccessMeasure {
    /** Bands of 10, 20 and 30 minutes (Luo and Qi 2009). */
    ENHANCED("e2sfca"),
    /** Within 30 minutes all counts alike (Luo and Wang 2003). */
    TWO_STEP("2sfca"),
    /** With the bands, and whoever has many sites to choose from counts less at each (Wan, Zou and Sternberg 2012). */
    THREE_STEP("3sfca"),
    /** With the bands, and people and ratios are parted, so that neither counts twice (Paez, Higgins and Vivona 2019). */
    BALANCED("balanced");

    private static final int SECONDS_A_MINUTE = 60;
    private static final int TWO_STEP_SECONDS = 30 * SECONDS_A_MINUTE;

    private final String code;

    AccessMeasure(String code) {
        this.code = code;
    }

    /** As the configuration and {@code gap.json} name it. */
    public String code() {
        return code;
    }

    /** The one of a code; none if there is none. */
    public static Optional<AccessMeasure> of(String code) {
        return Stream.of(values()).filter(measure -> measure.code.equals(code)).findFirst();
    }

    /** What counts at a distance, before anybody chooses. Where people choose, a site without supply is none. */
    Weights reach(CostTable costs, double[] supply) {
        return switch (this) {
            case ENHANCED -> banded(costs);
            case TWO_STEP -> Weights.of(costs, new Decay.Within(TWO_STEP_SECONDS));
            case THREE_STEP, BALANCED -> banded(costs).withSupply(supply);
        };
    }

    private static Weights banded(CostTable costs) {
        return Weights.of(costs, Decay.Steps.enhanced(SECONDS_A_MINUTE));
    }

    /**
     * The weights of both steps.
     *
     * @param reach of the same measure
     * @param homes how many each origin stands for
     * @param sites among how many a fair share is parted, where the measure parts it
     */
    CatchmentWeights weights(Weights reach, double[] homes, int sites) {
        return switch (this) {
            case ENHANCED, TWO_STEP -> CatchmentWeights.twoStep(reach);
            case THREE_STEP -> CatchmentWeights.twoStep(Catchments.threeStepWeights(reach, reach));
            case BALANCED -> CatchmentWeights.balanced(reach, homes, sites);
        };
    }
}
