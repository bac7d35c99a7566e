package org.reentryatlas.app;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.audit.By;
import org.reentryatlas.db.Database;
import org.reentryatlas.identity.Account;
import org.reentryatlas.identity.AccountStore;
import org.reentryatlas.identity.Agency;
import org.reentryatlas.identity.FactorStore;
import org.reentryatlas.identity.Passwords;
import org.reentryatlas.identity.PlaceWords;
import org.reentryatlas.identity.Role;
import org.reentryatlas.identity.Subject;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "accounts",
        description =
                "Members of staff who plan on the web, and of the coalition: makes accounts, lists and revokes them.",
        mixinStandardHelpOptions = true,
        subcommands = {TotpCommand.class, AccountKeysCommand.class, CommandLine.HelpCommand.class})
final class AccountsCommand implements Runnable {
    private static final int MOST_DAYS = 366;

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private AtlasCommand atlas;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command.");
    }

    @Command(
            name = "add",
            description = {
                "Makes an account and prints the key to sign in with, this once.",
                "Hand it over in person or by a safe way; who has it is taken for the account."
            },
            mixinStandardHelpOptions = true)
    int add(
            @Parameters(
                            paramLabel = "NAME",
                            description = "by which the other agency knows it, such as a post: 'CSO unit 4'")
                    String name,
            @Option(
                            names = "--role",
                            required = true,
                            paramLabel = "ROLE",
                            description =
                                    "planner, beat_officer, coalition_member, data_steward, privacy_officer or administrator")
                    String role,
            @Option(
                            names = "--agency",
                            paramLabel = "AGENCY",
                            description = "supervision or police, of planners and beat officers; of no other")
                    @Nullable
                    String agency,
            @Option(
                            names = "--areas",
                            paramLabel = "KEYS",
                            split = ",",
                            description = "beats of a beat officer, such as 101,102, or all")
                    String @Nullable [] areas,
            @Option(
                            names = "--post",
                            paramLabel = "CODE",
                            description = "by which tours and patrols name whoever has it, such as P-12")
                    @Nullable
                    String post,
            @Option(
                            names = "--trained",
                            paramLabel = "DATE",
                            description =
                                    "of the last training, such as 2026-11-02; a year later it reads what everybody reads")
                    @Nullable
                    LocalDate trained,
            @Option(
                            names = "--oidc-subject",
                            paramLabel = "SUB",
                            description = "as whom the provider of oidc.issuer knows its owner: its claim sub")
                    @Nullable
                    String subject,
            @Option(
                            names = "--days",
                            paramLabel = "DAYS",
                            defaultValue = "365",
                            description = "how long it may be used")
                    int days) {
        Role known = of(Role::of, role);
        Agency party = agency == null ? null : of(Agency::of, agency);
        if (days < 1 || days > MOST_DAYS) {
            throw new InputException("--days must be from 1 to " + MOST_DAYS);
        }
        List<String> keys = areas(known, areas);
        Instant ends = Clock.systemUTC().instant().plus(Duration.ofDays(days));
        Subject knownAs = subject == null ? null : subject(subject);
        String key = as(store -> of(text -> store.add(text, known, party, keys, post, trained, knownAs, ends), name));
        print("account '" + name + "', key: " + key);
        return 0;
    }

    /** Nobody reads of all beats because somebody forgot to say of which. */
    private static List<String> areas(Role role, String @Nullable [] given) {
        if (given == null && role == Role.BEAT_OFFICER) {
            throw new InputException("name the beats of a beat officer, such as --areas 101,102, or --areas all");
        }
        return given == null || List.of(given).equals(List.of("all")) ? List.of() : List.of(given);
    }

    @Command(name = "list", description = "Lists the accounts, without keys.", mixinStandardHelpOptions = true)
    int list() {
        List<AccountStore.Kept> accounts = as(AccountStore::list);
        print(
                accounts.isEmpty()
                        ? "no account"
                        : accounts.stream().map(AccountsCommand::line).collect(Collectors.joining("\n")));
        return 0;
    }

    private static String line(AccountStore.Kept kept) {
        Account account = kept.account();
        Instant revokedAt = account.revokedAt();
        Agency party = account.party();
        return Stream.of(
                        account.name(),
                        account.role().code(),
                        party == null ? "no agency" : party.code(),
                        account.areas().isEmpty() ? "all areas" : String.join(",", account.areas()),
                        account.post() == null ? "no post" : account.post(),
                        revokedAt == null
                                ? "until " + account.expiresAt().truncatedTo(ChronoUnit.SECONDS)
                                : "revoked " + revokedAt,
                        account.trainedOn() == null ? "no training" : "trained " + account.trainedOn(),
                        "used " + kept.usedOn() + (kept.isIdle() ? ", to be released" : ""),
                        password(kept),
                        secondFactor(kept),
                        kept.hasSubject() ? "known to the provider" : "not known to the provider")
                .collect(Collectors.joining("  "));
    }

    private static String password(AccountStore.Kept kept) {
        if (!kept.hasPassword()) {
            return "no password";
        }
        return kept.isLocked() ? "password locked, to be released" : "password";
    }

    private static String secondFactor(AccountStore.Kept kept) {
        if (!kept.hasSecondFactor()) {
            return "no second factor";
        }
        return kept.isSecondFactorLocked() ? "second factor locked, to be released" : "second factor";
    }

    @Command(
            name = "set",
            description = {
                "Writes down when an account was trained last, or as whom the provider of oidc.issuer knows its owner.",
                "A new subject, or none any more, ends its sessions."
            },
            mixinStandardHelpOptions = true)
    int set(
            @Parameters(paramLabel = "NAME", description = "its name") String name,
            @Option(names = "--trained", paramLabel = "DATE", description = "of the last training, such as 2026-11-02")
                    @Nullable
                    LocalDate trained,
            @Option(names = "--oidc-subject", paramLabel = "SUB", description = "its claim sub; '' for none any more")
                    @Nullable
                    String subject) {
        if (trained == null && subject == null) {
            throw new InputException("say what to set: --trained or --oidc-subject");
        }
        if (trained != null) {
            requireKnown(as(store -> store.train(name, trained)), name);
            print("account '" + name + "' was trained on " + trained);
        }
        if (subject != null && subject.isEmpty()) {
            requireKnown(with(FactorStore::new, store -> store.removeSubject(name)), name);
            print("account '" + name + "' is not known to the provider any more");
        } else if (subject != null) {
            Subject knownAs = subject(subject);
            requireKnown(with(FactorStore::new, store -> of(text -> store.setSubject(text, knownAs), name)), name);
            print("account '" + name + "' is known to the provider");
        }
        return 0;
    }

    /** With the provider that is configured now. */
    private Subject subject(String name) {
        Config.Oidc oidc = atlas.config().oidc();
        if (oidc == null) {
            throw new InputException("oidc.issuer is not set, so no provider knows anybody");
        }
        return of(text -> new Subject(oidc.settings().issuer(), text), name);
    }

    @Command(
            name = "release",
            description = {
                "Lets an account sign in again that nobody used for 90 days, or whose password was wrong too often.",
                "Ask first whether it was its owner who tried."
            },
            mixinStandardHelpOptions = true)
    int release(@Parameters(paramLabel = "NAME", description = "its name") String name) {
        requireKnown(as(store -> store.release(name, By.commandLine())), name);
        print("account '" + name + "' may sign in again");
        return 0;
    }

    @Command(
            name = "password",
            description = {
                "Gives an account a password beside its key, and ends its sessions; it is read from the terminal or the first line of standard input.",
                "From 8 to 128 characters, of which 15 or more are advised; none that is tried first."
            },
            mixinStandardHelpOptions = true)
    int password(
            @Parameters(paramLabel = "NAME", description = "its name") String name,
            @Option(names = "--remove", description = "takes it away, and leaves the key") boolean remove) {
        if (remove) {
            if (!as(store -> store.removePassword(name))) {
                throw new InputException("there is no account '" + name + "' that has a password");
            }
            print("account '" + name + "' has no password any more");
            return 0;
        }
        String password = NewPassword.read();
        PlaceWords words = atlas.config().placeWords();
        requireKnown(as(store -> of(text -> store.setPassword(name, text, words), password)), name);
        print("account '" + name + "' has a password");
        if (Passwords.length(password) < Passwords.ADVISED) {
            print("it has fewer than " + Passwords.ADVISED
                    + " characters: a longer one, such as four words, is better");
        }
        return 0;
    }

    static void requireKnown(boolean isKnown, String name) {
        if (!isKnown) {
            throw new InputException("there is no account '" + name + "' that is not revoked");
        }
    }

    @Command(
            name = "revoke",
            description = "Ends an account, its sessions and its calendars at once.",
            mixinStandardHelpOptions = true)
    int revoke(@Parameters(paramLabel = "NAME", description = "its name") String name) {
        requireKnown(as(store -> store.revoke(name, By.commandLine())), name);
        print("account '" + name + "' is revoked");
        return 0;
    }

    void print(String text) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(text);
        out.flush();
    }

    private <T> T as(Function<AccountStore, T> work) {
        return with(AccountStore::new, work);
    }

    <S, T> T with(Function<Database, S> opening, Function<S, T> work) {
        try (Database database = Databases.open(atlas.config(), org.reentryatlas.db.Role.ACCOUNTS)) {
            return work.apply(opening.apply(database));
        }
    }

    /** What this server is called in an authenticator app. */
    String jurisdiction() {
        return atlas.config().jurisdiction().name();
    }

    private static <T> T of(Function<String, T> reading, String text) {
        try {
            return reading.apply(text);
        } catch (IllegalArgumentException e) {
            throw new InputException(String.valueOf(e.getMessage()));
        }
    }
}
