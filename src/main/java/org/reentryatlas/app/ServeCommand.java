package org.reentryatlas.app;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "serve",
        description = {
            "Serves the map and the API until it is told to stop (SIGTERM or Ctrl-C).",
            "Works as atlas_web, and refuses to start if that role could reach a person's row."
        },
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private AtlasCommand atlas;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--port", paramLabel = "PORT", description = "port to listen on; server.port otherwise")
    private @Nullable Integer port;

    @Override
    public Integer call() throws InterruptedException {
        Config config = atlas.config();
        int chosen = port == null ? config.server().port() : port;
        CountDownLatch stopped = new CountDownLatch(1);
        WebApp app = WebApp.start(config, chosen);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            app.close();
                            LOG.info("stopped");
                            stopped.countDown();
                            // Being told to stop is no fault: without this the exit code would be 143.
                            Runtime.getRuntime().halt(0);
                        },
                        "stop"));
        spec.commandLine()
                .getOut()
                .println("Reentry Atlas is ready at "
                        + (config.server().transport().tls() == null ? "http" : "https") + "://localhost:"
                        + app.port());
        spec.commandLine().getOut().flush();
        stopped.await();
        return 0;
    }
}
