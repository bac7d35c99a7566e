package org.reentryatlas.presence;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What makes it urgent that officers are in a beat on outreach, with the weight that it has unless somebody says another one. */
enum NeedPart {
    /** People-equivalents who surely go without, over all kinds of services: there is the most to hand out. As the layer of gaps has it. */
    GAP(2),
    /** Clean-ups and gatherings of the week and the next: neighbours can be invited. */
    EVENTS(1),
    /** Days since anybody was there on outreach. Where that is not known, it counts as long ago. */
    LAST_PRESENCE(2);

    private final double weight;

    NeedPart(double weight) {
        this.weight = weight;
    }

    static List<String> codes() {
        return Stream.of(values()).map(NeedPart::code).toList();
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    double weight() {
        return weight;
    }

    /** What it counts, from 0 to 1, where it is not known. */
    double unknown() {
        return this == LAST_PRESENCE ? 1 : 0;
    }
}
