package org.reentryatlas.app;

import java.io.PrintWriter;
import java.util.List;
import org.reentryatlas.identity.AccountStore;
import org.reentryatlas.identity.Role;

/** Accounts of the demo city for those who watch over the service, so that there is one of each role. */
final class DemoDesk {
    private DemoDesk() {}

    /** Makes those that are missing; prints the keys to sign in with. */
    static void staff(AccountStore accounts, PrintWriter out) {
        List<Role> known = accounts.list().stream()
                .filter(kept -> kept.account().revokedAt() == null)
                .map(kept -> kept.account().role())
                .toList();
        for (Role role : List.of(Role.DATA_STEWARD, Role.PRIVACY_OFFICER, Role.ADMINISTRATOR)) {
            if (!known.contains(role)) {
                DemoOutreach.account(accounts, null, role, List.of(), null, out);
            }
        }
    }
}
