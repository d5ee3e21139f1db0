package reclens.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The root of the command line. */
@Command(
        name = "reclens",
        description =
                "Shows what drove each recommendation of an attention model. Without a command the workbench opens.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionProvider.class,
        subcommands = {
            InspectCommand.class,
            RecommendCommand.class,
            ExplainCommand.class,
            WhatIfCommand.class,
            CounterfactualCommand.class,
            ReportCommand.class,
            AttendCommand.class,
            EvaluateCommand.class,
            FaithfulnessCommand.class,
            PlantedCommand.class,
        },
        synopsisSubcommandLabel = "COMMAND")
final class RecLensCommand implements Callable<Integer> {
    @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "add the stack trace to an error")
    boolean verbose;

    @Spec
    private CommandSpec spec;

    private final Console console;

    RecLensCommand(Console console) {
        this.console = console;
    }

    Console console() {
        return console;
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(console.errors());
        return CommandLine.ExitCode.USAGE;
    }
}
