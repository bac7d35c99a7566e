package org.reentryatlas.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.reentryatlas.agreement.AgreementFault;
import org.reentryatlas.attack.UnreadableReleaseException;
import org.reentryatlas.audit.HeadException;
import org.reentryatlas.db.DatabaseUnavailableException;
import org.reentryatlas.db.MigrationException;
import org.reentryatlas.export.ExportException;
import org.reentryatlas.gap.GapException;
import org.reentryatlas.http.PortTakenException;
import org.reentryatlas.http.TlsException;
import org.reentryatlas.intake.LoadRefusedException;
import org.reentryatlas.pdf.FontMissingException;
import org.reentryatlas.protect.ProtectionException;
import org.reentryatlas.release.ReleaseRefusedException;
import org.reentryatlas.table.TableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The command line: exit code 0 is success, 1 a fault of the machine or the program, 2 one of the input. */
@Command(
        name = "atlas",
        description = "Reentry Atlas: aggregated, protected maps for reentry.",
        mixinStandardHelpOptions = true,
        versionProvider = AtlasCommand.Version.class,
        subcommands = {
            MigrateCommand.class,
            InspectCommand.class,
            LoadCommand.class,
            GeocodeCommand.class,
            BoundariesCommand.class,
            TransitCommand.class,
            ProvidersCommand.class,
            ExportCommand.class,
            CrosswalkCommand.class,
            PopulationCommand.class,
            ReleaseCommand.class,
            GapCommand.class,
            VerifyCommand.class,
            AttackCommand.class,
            ReportCommand.class,
            PurgeCommand.class,
            AccountsCommand.class,
            AgreementsCommand.class,
            AuditCommand.class,
            OutcomesCommand.class,
            ServeCommand.class,
            ConfigCommand.class,
            DemoCommand.class,
            DemoCityCommand.class,
            CommandLine.HelpCommand.class
        },
        footer = {
            "",
            "Configuration comes from ATLAS_* variables and from the file that ATLAS_CONFIG names, or atlas.yaml;",
            "'atlas config' prints every setting."
        })
public final class AtlasCommand implements Runnable {
    static final int FAULT = 1;
    static final int BAD_INPUT = 2;

    private static final Logger LOG = LoggerFactory.getLogger(AtlasCommand.class);

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    private final Map<String, String> environment;

    AtlasCommand(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** Runs the command that the arguments name, and answers its exit code. */
    public static int run(Map<String, String> environment, PrintWriter out, PrintWriter err, String... args) {
        return commandLine(environment)
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler(AtlasCommand::report)
                .execute(args);
    }

    /** All commands with their options, also for the test that holds the documents to them. */
    static CommandLine commandLine(Map<String, String> environment) {
        return new CommandLine(new AtlasCommand(environment))
                .registerConverter(LocalDate.class, AtlasCommand::date)
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    /** The validated configuration; the first thing that most commands ask for. */
    Config config() {
        return ConfigLoader.load(environment);
    }

    Map<String, String> environment() {
        return environment;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command.");
    }

    private static int report(Exception e, CommandLine command, CommandLine.ParseResult arguments) {
        PrintWriter err = command.getErr();
        if (e instanceof LoadRefusedException
                || e instanceof AgreementFault
                || e instanceof TableException
                || e instanceof ReleaseRefusedException
                || e instanceof GapException
                || e instanceof UnreadableReleaseException
                || e instanceof HeadException
                || e instanceof ConfigException
                || e instanceof TlsException
                || e instanceof InputException) {
            err.println("atlas: " + e.getMessage());
            return BAD_INPUT;
        }
        if (e instanceof DatabaseUnavailableException
                || e instanceof MigrationException
                || e instanceof ProtectionException
                || e instanceof FontMissingException
                || e instanceof ExportException
                || e instanceof PortTakenException
                || e instanceof ServeRefusedException) {
            err.println("atlas: " + e.getMessage());
            return FAULT;
        }
        // Before the files: rows on their way into the database go through a stream, and fail as one.
        Optional<String> fault = DatabaseFault.of(e);
        if (fault.isPresent()) {
            err.println("atlas: " + fault.get());
            return FAULT;
        }
        if (e instanceof IOException || e instanceof UncheckedIOException) {
            err.println("atlas: a file cannot be read or written: " + FileFault.of(e));
            return FAULT;
        }
        // The message of an unforeseen fault could hold a row of a caseload; only its kind is printed and logged.
        err.println("atlas: a fault of the program: " + e.getClass().getName()
                + "; nothing was changed. Its place is in the log");
        LOG.error("{} at {}", kind(e), Arrays.toString(e.getStackTrace()));
        return FAULT;
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new TypeConversionException("'" + text + "' is not a date; write dates as 2026-06-30");
        }
    }

    private static String kind(Exception e) {
        String sqlState = DatabaseFault.sqlState(e);
        return e.getClass().getName() + (sqlState == null ? "" : " (SQLSTATE " + sqlState + ")");
    }

    /** The version that the jar was built with. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = AtlasCommand.class.getPackage().getImplementationVersion();
            return new String[] {"Reentry Atlas " + (version == null ? "(not packaged)" : version)};
        }
    }
}
