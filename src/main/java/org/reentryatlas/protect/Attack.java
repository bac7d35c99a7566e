package org.reentryatlas.protect;

/** What an attacker knows besides the published cells. */
public enum Attack {
    /** Nothing: every hidden cell may hold any number of people. */
    RULE_BLIND("rule-blind"),
    /** The worst case for a cell: of every cell, shown or hidden, whether it holds fewer than k. */
    PATTERN_AWARE("pattern-aware"),
    /** Which of the hidden cells hold fewer than k. */
    RULE_AWARE("rule-aware");

    private final String words;

    Attack(String words) {
        this.words = words;
    }

    /** What reports call it. */
    public String words() {
        return words;
    }
}
