package org.reentryatlas.layer;

import org.jspecify.annotations.Nullable;

/**
 * A published count among others, before anything is rounded.
 *
 * @param among residents, or people under supervision; not 0 where the status is {@code shown}
 * @param status {@code shown}, or why there is no share
 */
record Share(long count, long among, String status) {
    static final String SHOWN = "shown";

    /** By fewer residents a rate says more about who was counted as one than about the area. */
    static final int FEWEST_RESIDENTS = 100;
    /** In percent. A larger share says that the residents are not those among whom the people were counted. */
    static final int LARGEST = 20;

    /** Of the residents of the area. */
    static Share ofResidents(Numbers area, String measure) {
        Count count = area.counts().get(measure);
        if (count == null || count.value() == null) {
            return blank(whyBlank(count));
        }
        Residents residents = area.residents();
        if (residents == null) {
            return blank("residents_unknown");
        }
        if (residents.number() < FEWEST_RESIDENTS) {
            return blank("few_residents");
        }
        return 100L * count.value() > (long) LARGEST * residents.number()
                ? blank("large_share")
                : new Share(count.value(), residents.number(), SHOWN);
    }

    /** Of the people under supervision in the area. */
    static Share ofPeople(Numbers area, String need) {
        Count count = area.counts().get(need);
        Count people = area.counts().get(Numbers.PEOPLE);
        if (count == null || count.value() == null) {
            return blank(whyBlank(count));
        }
        if (people == null || people.value() == null) {
            return blank(whyBlank(people));
        }
        return people.value() == 0 ? blank("nobody") : new Share(count.value(), people.value(), SHOWN);
    }

    private static Share blank(String why) {
        return new Share(0, 0, why);
    }

    private static String whyBlank(@Nullable Count count) {
        return count == null ? "no_data" : count.status();
    }

    private boolean isShown() {
        return status.equals(SHOWN);
    }

    /** So many for each {@code base} of those among whom they are. */
    Figure per(int base) {
        return isShown() ? Figure.of(count * base, among) : Figure.blank(status);
    }

    /** This share by another one. */
    Figure by(Share other) {
        if (!isShown() || !other.isShown()) {
            return Figure.blank(isShown() ? other.status : status);
        }
        return other.count == 0 ? Figure.blank("nobody") : Figure.of(count * other.among, among * other.count);
    }
}
