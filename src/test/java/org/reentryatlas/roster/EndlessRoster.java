package org.reentryatlas.roster;

/** Plans, again and again, until somebody ends it. */
final class EndlessRoster {
    private EndlessRoster() {}

    public static void main(String[] args) {
        Roster roster = new Roster(Effort.DEFAULT);
        // Not before: until its library is there, no solver can be in the way.
        roster.plan(Cities.tiny(1));
        System.out.println("solving");
        while (true) {
            roster.plan(Cities.city(Cities.Service.SCATTERED, 1, false, 1));
        }
    }
}
