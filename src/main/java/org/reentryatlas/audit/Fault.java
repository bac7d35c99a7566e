package org.reentryatlas.audit;

/**
 * Something of the log that is not as it was written.
 *
 * @param chain in which it is
 * @param seq the number of the entry
 * @param words what is wrong with it, with its number
 */
public record Fault(int chain, long seq, Kind kind, String words) {
    /** What was done to it. */
    public enum Kind {
        CHANGED,
        REMOVED,
        INSERTED,
        REORDERED,
        /** The end of the log is not there, or is another one than it was. */
        CUT_OFF
    }
}
