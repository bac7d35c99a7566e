package org.reentryatlas.app;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.reentryatlas.identity.ApiKey;
import org.reentryatlas.identity.ApiKeyStore;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "keys",
        description =
                "Keys with which programs of the coalition fetch layers, which its members make at /keys.html: lists and revokes them.",
        mixinStandardHelpOptions = true,
        subcommands = CommandLine.HelpCommand.class)
final class AccountKeysCommand implements Runnable {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private AccountsCommand accounts;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command.");
    }

    @Command(
            name = "list",
            description = "Lists the keys that may be used, without their secrets.",
            mixinStandardHelpOptions = true)
    int list() {
        List<ApiKey> keys = as(ApiKeyStore::list);
        accounts.print(
                keys.isEmpty()
                        ? "no key"
                        : keys.stream().map(AccountKeysCommand::line).collect(Collectors.joining("\n")));
        return 0;
    }

    private static String line(ApiKey key) {
        return String.join(
                "  ",
                key.id().toString(),
                key.owner().name(),
                key.name(),
                key.scopes().stream().map(ApiKey.Scope::code).collect(Collectors.joining(",")),
                key.licence() == null ? "no licence" : key.licence() + " for " + key.purpose(),
                "until " + key.expiresAt().truncatedTo(ChronoUnit.SECONDS),
                key.usedOn() == null ? "not used" : "used " + key.usedOn());
    }

    @Command(name = "revoke", description = "Ends a key at once.", mixinStandardHelpOptions = true)
    int revoke(@Parameters(paramLabel = "ID", description = "its identifier, as 'list' names it") UUID id) {
        if (!as(store -> store.revoke(id))) {
            throw new InputException("there is no key " + id + " that is not revoked");
        }
        accounts.print("key " + id + " is revoked");
        return 0;
    }

    private <T> T as(Function<ApiKeyStore, T> work) {
        return accounts.with(ApiKeyStore::new, work);
    }
}
