package org.reentryatlas.duplicate;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.geo.LonLat;

/** Two listings side by side. */
final class Comparison {
    private static final double NEARLY_SAME = 0.995;
    private static final double ALIKE = 0.85;
    private static final double NEAR = 0.7;
    private static final double SAME_PLACE_METRES = 50;
    private static final double FAR_METRES = 1_000;
    private static final double METRES_PER_DEGREE = 111_195;

    private final Set<Evidence> evidence = EnumSet.noneOf(Evidence.class);
    private final List<String> reasons = new ArrayList<>();

    private Comparison() {}

    static Comparison of(Profile a, Profile b) {
        Comparison comparison = new Comparison();
        comparison.names(a.name(), b.name());
        comparison.organizations(a.organization(), b.organization());
        comparison.addresses(a, b);
        comparison.phones(a.phone(), b.phone());
        comparison.webs(a.web(), b.web());
        return comparison;
    }

    Set<Evidence> evidence() {
        return evidence;
    }

    List<String> reasons() {
        return reasons;
    }

    /** The logistic function of the weights together, from 0 to 1. */
    double score() {
        double sum = Evidence.BEFORE_LOOKING;
        for (Evidence found : evidence) {
            sum += found.weight();
        }
        return 1 / (1 + Math.exp(-sum));
    }

    private void names(Words a, Words b) {
        if (a.isEmpty() || b.isEmpty()) {
            return;
        }
        double likeness = a.likeness(b);
        String degree = String.format(Locale.ROOT, "%.2f", likeness);
        if (likeness >= NEARLY_SAME) {
            found(Evidence.NAME_ALIKE, "same name");
        } else if (likeness >= ALIKE && a.numbers().equals(b.numbers())) {
            found(Evidence.NAME_ALIKE, "names alike " + degree);
        } else if (a.sharesInitials(b)) {
            found(Evidence.INITIALS_SHARED, "one name holds the initials of the other");
        } else if (likeness >= NEAR) {
            found(Evidence.NAME_NEAR, "names somewhat alike " + degree);
        } else {
            found(Evidence.NAME_DIFFERS, "names differ");
        }
    }

    private void organizations(Words a, Words b) {
        if (a.isEmpty() || b.isEmpty()) {
            return;
        }
        if (a.likeness(b) >= ALIKE || a.sharesInitials(b)) {
            found(Evidence.ORGANIZATION_ALIKE, "same organization");
        } else {
            found(Evidence.ORGANIZATION_DIFFERS, "organizations differ");
        }
    }

    private void addresses(Profile a, Profile b) {
        boolean hasOther = (!a.phone().isEmpty() && !b.phone().isEmpty())
                || (a.web().isKnown() && b.web().isKnown());
        Evidence address = address(a.address(), b.address(), hasOther);
        LonLat first = a.listing().place();
        LonLat second = b.listing().place();
        double metres = first == null || second == null ? Double.NaN : metres(first, second);
        String apart = String.format(Locale.ROOT, "%.0f m apart", metres);
        if (address == Evidence.ADDRESS_DIFFERS && metres <= SAME_PLACE_METRES) {
            // Two spellings of one corner; only where neither gives a number can the words say so.
            found(Evidence.PLACE_SAME, apart);
        } else if (address != null) {
            found(address, words(address));
            if (address != Evidence.ADDRESS_DIFFERS && metres > FAR_METRES) {
                found(Evidence.PLACE_FAR, apart);
            }
        } else if (metres <= SAME_PLACE_METRES) {
            found(Evidence.PLACE_SAME, apart);
        } else if (metres > FAR_METRES) {
            found(Evidence.PLACE_FAR, apart);
        }
    }

    private static @Nullable Evidence address(StreetAddress a, StreetAddress b, boolean hasOther) {
        if (a.isEmpty() && b.isEmpty()) {
            return hasOther ? Evidence.ADDRESS_NONE : null;
        }
        if (a.isEmpty() || b.isEmpty()) {
            return null;
        }
        boolean farCodes = !a.postalCode().isEmpty()
                && !b.postalCode().isEmpty()
                && Words.likeness(a.postalCode(), b.postalCode()) < NEAR;
        double streets = Words.likeness(a.street(), b.street());
        if (!a.number().equals(b.number()) || streets < NEAR || farCodes) {
            return Evidence.ADDRESS_DIFFERS;
        }
        if (streets < NEARLY_SAME) {
            return Evidence.ADDRESS_ALIKE;
        }
        if (a.unit().equals(b.unit())) {
            return Evidence.ADDRESS_SAME;
        }
        return a.unit().isEmpty() || b.unit().isEmpty() ? Evidence.ADDRESS_UNIT_UNSURE : Evidence.ADDRESS_OTHER_UNIT;
    }

    private static String words(Evidence address) {
        return switch (address) {
            case ADDRESS_SAME -> "same address";
            case ADDRESS_UNIT_UNSURE -> "same house, unit given once";
            case ADDRESS_OTHER_UNIT -> "same house, other unit";
            case ADDRESS_NONE -> "neither gives an address";
            case ADDRESS_ALIKE -> "addresses alike";
            default -> "addresses differ";
        };
    }

    private void phones(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return;
        }
        boolean same = a.equals(b);
        found(same ? Evidence.PHONE_SAME : Evidence.PHONE_DIFFERS, same ? "same phone" : "phones differ");
    }

    private void webs(WebAddress a, WebAddress b) {
        if (!a.isKnown() || !b.isKnown()) {
            return;
        }
        if (a.equals(b)) {
            found(Evidence.WEB_SAME, "same web address");
        } else if (a.host().equals(b.host())) {
            found(Evidence.WEB_HOST_SAME, "same web site");
        } else if (Words.likeness(a.host(), b.host()) < NEAR) {
            found(Evidence.WEB_DIFFERS, "web sites differ");
        }
    }

    private void found(Evidence what, String reason) {
        evidence.add(what);
        reasons.add(reason);
    }

    /** Distance on a sphere of the Earth's mean radius, taken as flat: for places of one city. */
    private static double metres(LonLat a, LonLat b) {
        double north = a.latitude() - b.latitude();
        double east = (a.longitude() - b.longitude()) * Math.cos(Math.toRadians((a.latitude() + b.latitude()) / 2));
        return METRES_PER_DEGREE * Math.hypot(north, east);
    }
}
