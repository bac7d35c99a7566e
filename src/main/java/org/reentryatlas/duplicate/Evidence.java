package org.reentryatlas.duplicate;

/**
 * What the comparison of two listings can find, and what it is worth: the natural logarithm of how much more often it is
 * found between two listings of the same service than between others, in the form of Fellegi and Sunter, "A Theory for
 * Record Linkage", Journal of the American Statistical Association 64 (1969). What a listing does not say counts nothing.
 *
 * <p>The weights of the first group, and {@link #BEFORE_LOOKING}, are a logistic regression on the tuning part of the
 * training set that Washington State's 211 published (silobuster-dedupe); {@code TrainingSetTest} fits them again. That
 * set holds neither telephone, position nor a second name, and its web addresses are spoilt on purpose: the weights of the
 * second group are our judgement, small enough that none of them makes a proposal where name and address speak against it.
 */
enum Evidence {
    NAME_ALIKE(2.94),
    NAME_NEAR(-0.49),
    NAME_DIFFERS(-4.43),
    ADDRESS_SAME(6.67),
    ADDRESS_UNIT_UNSURE(-0.68),
    ADDRESS_OTHER_UNIT(-0.74),
    ADDRESS_ALIKE(0.68),
    ADDRESS_DIFFERS(-2.39),
    ADDRESS_NONE(6.87),
    WEB_DIFFERS(-0.64),

    INITIALS_SHARED(1.5),
    ORGANIZATION_ALIKE(0.5),
    ORGANIZATION_DIFFERS(-1.5),
    WEB_SAME(0.5),
    WEB_HOST_SAME(0.25),
    PHONE_SAME(1.5),
    PHONE_DIFFERS(-0.5),
    PLACE_SAME(1.5),
    PLACE_FAR(-2);

    /** The weight of a pair that shares a block and of which nothing else is known. */
    static final double BEFORE_LOOKING = -6.73;

    private final double weight;

    Evidence(double weight) {
        this.weight = weight;
    }

    double weight() {
        return weight;
    }
}
