package org.reentryatlas.app;

import java.io.BufferedReader;
import java.time.Clock;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.reentryatlas.identity.AccountStore;
import org.reentryatlas.identity.FactorStore;
import org.reentryatlas.identity.SecondFactor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "totp",
        description = {
            "Asks for a code of an authenticator app beside key and password of an account (RFC 6238), and ends its sessions.",
            "Its owner scans what is printed and says the code that the app shows; before that is right, nothing changes."
        },
        mixinStandardHelpOptions = true)
final class TotpCommand implements Callable<Integer> {
    private static final int TRIES = 3;

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private AccountsCommand accounts;

    @Parameters(paramLabel = "NAME", description = "its name")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String name;

    @Option(names = "--remove", description = "asks for none any more")
    private boolean remove;

    @Override
    public Integer call() {
        if (remove) {
            if (!accounts.with(FactorStore::new, store -> store.removeSecondFactor(name))) {
                throw new InputException("there is no account '" + name + "' that has a second factor");
            }
            accounts.print("account '" + name + "' is asked for no code any more");
            return 0;
        }
        AccountsCommand.requireKnown(
                accounts.with(AccountStore::new, store -> store.find(name).isPresent()), name);
        SecondFactor factor = SecondFactor.draw();
        String uri = factor.uri("Reentry Atlas " + accounts.jurisdiction(), name);
        accounts.print(SecondFactor.picture(uri));
        accounts.print(uri);
        accounts.print("Scan this, or type " + factor.base32() + " into the app, and then the code that it shows:");
        long step = shown(factor);
        AccountsCommand.requireKnown(
                accounts.with(FactorStore::new, store -> store.setSecondFactor(name, factor, step)), name);
        accounts.print("account '" + name + "' is asked for a code from now on");
        return 0;
    }

    /** The step of the code that its owner shows to have. */
    private long shown(SecondFactor factor) {
        // Typed for all to see: after half a minute it is worth nothing.
        BufferedReader input = NewPassword.input();
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            String code = NewPassword.line(input);
            if (code == null) {
                throw new InputException("no code was given; nothing was changed");
            }
            OptionalLong step = factor.stepOf(code, Clock.systemUTC().instant());
            if (step.isPresent()) {
                return step.getAsLong();
            }
            accounts.print("this code does not fit");
        }
        throw new InputException("no code fits; nothing was changed: see that the clock of the device is right");
    }
}
