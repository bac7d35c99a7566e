package org.reentryatlas.agreement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * That layers of a release may go to the recipient of a data-use licence, on a day and for a purpose.
 *
 * @param licence as it stands
 * @param under the agreement of the release
 * @param day as UTC counts them
 */
public record Grant(
        AgreementStore.Kept licence,
        AgreementStore.Kept under,
        Agreement.Purpose purpose,
        String releaseId,
        LocalDate day) {

    /**
     * What is stamped into every file that leaves so.
     *
     * @param name for programs
     * @param title for people
     */
    public record Line(String name, String title, String text) {}

    public String recipient() {
        return licence.agreement().licence().recipient();
    }

    public String address() {
        return licence.agreement().licence().address();
    }

    /** The lines of the stamp; the last of them is the fingerprint of the others, so that a file leads to its row in the accounting. */
    public List<Line> lines() {
        List<Line> lines = new ArrayList<>(said());
        lines.add(new Line("licence_fingerprint", "Fingerprint of this licence", fingerprint()));
        return lines;
    }

    private List<Line> said() {
        Agreement agreement = licence.agreement();
        return List.of(
                new Line(
                        "data_use_licence",
                        "Data-use licence",
                        "%s, version %d, under agreement %s, version %d"
                                .formatted(
                                        agreement.id(),
                                        licence.version(),
                                        under.agreement().id(),
                                        under.version())),
                new Line("licensed_to", "Licensed to", recipient() + ", " + address()),
                new Line("licensed_purpose", "Licensed for the purpose", purpose.code()),
                new Line("licensed_release", "Licensed release", releaseId),
                new Line("licensed_on", "Licensed on", day.toString()),
                new Line(
                        "licensed_terms",
                        "Terms of the licence",
                        (agreement.linkage()
                                        ? "May be joined with other data about people only as the licence says."
                                        : "May not be joined with other data about people.")
                                + " May be passed on: " + agreement.redisclosure() + "."));
    }

    /** SHA-256 of what the stamp says, hexadecimal: the same licence, purpose, release and day have the same. */
    public String fingerprint() {
        return DigestUtils.sha256Hex(
                said().stream().map(line -> line.name() + ": " + line.text()).collect(Collectors.joining("\n")));
    }
}
