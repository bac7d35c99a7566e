package org.reentryatlas.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.http.Problem;
import org.reentryatlas.http.ProblemException;

/** What somebody says of a decision. */
final class Remarks {
    private static final int LONGEST = 500;

    private Remarks() {}

    /**
     * The remark that was sent; empty for none.
     *
     * @throws ProblemException if it is too long, has signs that cannot be read, or is needed and missing
     */
    static String of(@Nullable String given, boolean isNeeded) {
        String remark = given == null ? "" : given.strip();
        if (remark.length() > LONGEST
                || remark.chars().anyMatch(sign -> Character.isISOControl(sign) && sign != '\n')) {
            throw invalid("has more than " + LONGEST + " characters, or some that cannot be read");
        }
        if (isNeeded && remark.isEmpty()) {
            throw invalid("is missing: say why");
        }
        return remark;
    }

    private static ProblemException invalid(String what) {
        return ProblemException.invalid(List.of(new Problem.FieldError("remark", what)));
    }
}
