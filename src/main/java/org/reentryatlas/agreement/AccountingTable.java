package org.reentryatlas.agreement;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** The accounting of disclosures as comma-separated values. */
public final class AccountingTable {
    private static final List<String> COLUMNS = List.of(
            "date",
            "nature",
            "purpose",
            "recipient",
            "address",
            "licence",
            "agreement",
            "release",
            "layer",
            "format",
            "downloads",
            "files",
            "sha256",
            "fingerprint",
            "key",
            "made_by");

    private AccountingTable() {}

    /** With a header; the oldest first, as it was given. */
    public static String csv(List<Disclosure> disclosures) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(COLUMNS);
            for (Disclosure each : disclosures) {
                csv.writeRecord(
                        each.day().toString(),
                        each.nature(),
                        each.purpose(),
                        each.recipient(),
                        each.address(),
                        each.licence(),
                        each.under(),
                        each.releaseId(),
                        each.layer(),
                        each.format(),
                        Integer.toString(each.downloads()),
                        String.join(" ", each.files()),
                        String.join(" ", each.digests()),
                        each.fingerprint(),
                        Objects.toString(each.keyId(), ""),
                        each.madeBy());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
