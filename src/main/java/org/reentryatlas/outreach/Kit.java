package org.reentryatlas.outreach;

/**
 * Tools for so many volunteers, in kits for ten: 5 rakes, 5 brooms, 2 shovels and 20 bags, as Washington's Department of Public
 * Works lends them (its Helping Hand programme).
 */
record Kit(int kits, int rakes, int brooms, int shovels, int bags) {
    private static final int PEOPLE = 10;

    /** For how many are expected. */
    static Kit of(int volunteers) {
        int kits = (volunteers + PEOPLE - 1) / PEOPLE;
        return new Kit(kits, 5 * kits, 5 * kits, 2 * kits, 20 * kits);
    }
}
