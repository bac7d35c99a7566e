package org.reentryatlas.app;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A password that somebody types. Never an argument: everybody on the machine could read that. */
final class NewPassword {
    private NewPassword() {}

    /**
     * From the terminal, twice and unseen, or else the first line of standard input.
     *
     * @throws InputException if there is none, or the two differ
     */
    @SuppressWarnings(
            "SystemConsoleNull") // from Java 22 on it needs -Djdk.console=java.base to be null without a terminal
    static String read() {
        Console console = System.console();
        String password = console == null ? firstLine() : typed(console);
        if (password == null || password.isEmpty()) {
            throw new InputException("no password was given");
        }
        return password;
    }

    private static @Nullable String typed(Console console) {
        char[] first = console.readPassword("New password: ");
        char[] again = console.readPassword("Once more: ");
        if (first == null || again == null) {
            return null;
        }
        if (!Arrays.equals(first, again)) {
            throw new InputException("the two passwords differ");
        }
        return new String(first);
    }

    /** Standard input, from which one reads on; not closed by anybody, since it is the process's own. */
    static BufferedReader input() {
        return new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    }

    private static @Nullable String firstLine() {
        return line(input());
    }

    /** The next line of it; null at the end. */
    static @Nullable String line(BufferedReader input) {
        try {
            return input.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException("standard input cannot be read", e);
        }
    }
}
