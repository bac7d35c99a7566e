package org.reentryatlas.hsds;

import org.reentryatlas.provider.DirectoryRecord;
import org.reentryatlas.provider.Origin;

/** Takes what is read of a directory. */
public interface Sink {
    void take(Origin origin, DirectoryRecord record);

    /** A record that cannot be kept. */
    void reject(Origin origin, Fault fault);

    /**
     * What is wrong with a record.
     *
     * @param field its column or member
     * @param code {@code value_missing}, {@code number_invalid}, {@code outside_jurisdiction} or {@code row_unreadable}
     * @param advice what its owner can do
     */
    record Fault(String field, String code, String advice) {}
}
