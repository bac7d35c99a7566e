package org.reentryatlas.geo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CRSAuthorityFactory;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.geotools.referencing.CRS;

/**
 * The projected systems of the EPSG registry that stand beside one: those of the same zone with another unit or datum, such as
 * NAD83 / Maryland (ftUS) beside NAD83 / Maryland. Reading the names of the registry takes a second or two, so this is for
 * explaining a refusal.
 */
final class Siblings {
    private Siblings() {}

    /** Those of the system, itself not among them: first those of its own datum, then by code. */
    static List<Crs> of(Crs crs) {
        String name = crs.name();
        String zone = zone(name);
        if (zone.isEmpty()) {
            return List.of();
        }
        CRSAuthorityFactory registry = CRS.getAuthorityFactory(true);
        List<Crs> siblings = new ArrayList<>();
        for (String code : projected(registry)) {
            if (!code.startsWith("EPSG:") || code.equals(crs.code())) {
                continue;
            }
            String other = description(registry, code);
            if (zone(other).equals(zone)) {
                siblings.add(Crs.of(code));
            }
        }
        siblings.sort(
                Comparator.comparing((Crs sibling) -> !datum(sibling.name()).equals(datum(name)))
                        .thenComparing(Crs::epsg));
        return siblings;
    }

    private static Set<String> projected(CRSAuthorityFactory registry) {
        try {
            return new TreeSet<>(registry.getAuthorityCodes(ProjectedCRS.class));
        } catch (FactoryException e) {
            throw new IllegalStateException("the EPSG registry cannot be listed", e);
        }
    }

    private static String description(CRSAuthorityFactory registry, String code) {
        try {
            return String.valueOf(registry.getDescriptionText(code));
        } catch (FactoryException e) {
            // A system that this version of the registry lists but cannot make is no sibling that anybody could use.
            return "";
        }
    }

    /** {@code Maryland} of {@code NAD83(HARN) / Maryland (ftUS)}. */
    private static String zone(String name) {
        int slash = name.indexOf(" / ");
        return slash < 0 ? "" : name.substring(slash + 3).replaceFirst(" \\([^)]*\\)$", "");
    }

    private static String datum(String name) {
        return name.substring(0, Math.max(0, name.indexOf(" / ")));
    }
}
