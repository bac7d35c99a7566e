package org.reentryatlas.protect;

/** What an attacker knows besides the published cells. */
public enum Attack {
    /** Nothing: every hidden cell may hold any number of people. */
    RULE_BLIND,
    /** The worst case: which of the hidden cells hold fewer than k. */
    RULE_AWARE
}
