package reclens.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import reclens.domain.CancelledException;
import reclens.domain.DataException;
import reclens.domain.NotFoundException;
import reclens.domain.RecLensException;
import reclens.domain.UsageException;

/** Runs a command and turns every fault into one line and an exit code. */
public final class CommandLineMain {
    static final int FAULT = 1;
    static final int USAGE = 2;
    static final int DATA = 3;
    static final int NOT_FOUND = 4;
    static final int CANCELLED = 130;

    private CommandLineMain() {}

    /** Runs on the standard streams, in UTF-8 whatever the locale. */
    public static int run(String[] args) {
        return run(
                new PrintStream(System.out, true, StandardCharsets.UTF_8),
                new PrintStream(System.err, true, StandardCharsets.UTF_8),
                args);
    }

    /** @return the exit code of contract.md */
    static int run(PrintStream out, PrintStream err, String... args) {
        Console console = new Console(out, err);
        RecLensCommand root = new RecLensCommand(console);
        CommandLine line = new CommandLine(root)
                .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
                .setUsageHelpAutoWidth(true)
                .setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler((fault, arguments) -> wrongUsage(err, fault));
        line.setExecutionExceptionHandler((fault, command, parsed) -> report(console, root.verbose, fault));
        return line.execute(args);
    }

    private static int wrongUsage(PrintStream err, ParameterException fault) {
        err.println("reclens: " + fault.getMessage().replaceAll("\\s*\\R\\s*", " ") + "; see '"
                + fault.getCommandLine().getCommandSpec().qualifiedName() + " --help'");
        return USAGE;
    }

    private static int report(Console console, boolean verbose, Exception fault) {
        if (fault instanceof CancelledException) {
            console.cancelled();
            return CANCELLED;
        }
        String message;
        int code;
        if (fault instanceof RecLensException known) {
            message = known.problem().oneLine();
            code = exitCode(known);
        } else if (fault instanceof UncheckedIOException io) {
            message = "cannot read or write: " + io.getCause().getMessage();
            code = DATA;
        } else {
            message = "a fault of the program: " + fault + "; please report it with the output of --verbose";
            code = FAULT;
        }
        console.note("reclens: " + message.replaceAll("\\s*\\R\\s*", " "));
        if (verbose) {
            fault.printStackTrace(console.errors());
        }
        return code;
    }

    private static int exitCode(RecLensException fault) {
        if (fault instanceof UsageException) {
            return USAGE;
        }
        if (fault instanceof DataException) {
            return DATA;
        }
        return fault instanceof NotFoundException ? NOT_FOUND : FAULT;
    }
}
