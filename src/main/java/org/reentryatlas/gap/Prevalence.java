package org.reentryatlas.gap;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How common a need is among people under supervision, of which nothing may be stored about a person.
 *
 * @param category code of a category of services
 * @param share from 0 to 1
 * @param source whose finding it is
 */
public record Prevalence(String category, BigDecimal share, String source) {
    private static final Pattern FORM = Pattern.compile("([a-z_]+)[ =]+(0?\\.\\d+|0|1|1\\.0+)[ ,:]+(\\S.*)");

    /**
     * Reads {@code mental_health 0.37 Bronson and Berzofsky 2017, NCJ 250612}.
     *
     * @throws IllegalArgumentException if a part is missing
     */
    public static Prevalence parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "must name a category, a share from 0 to 1 and whose finding it is, such as 'mental_health 0.37 NCJ 250612', not '"
                            + text + "'");
        }
        return new Prevalence(matcher.group(1), new BigDecimal(matcher.group(2)), matcher.group(3));
    }
}
