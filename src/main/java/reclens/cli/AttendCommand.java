package reclens.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import reclens.domain.MechanismTrace;
import reclens.exchange.MechanismDocument;
import reclens.files.MechanismCaseReader;
import reclens.inference.mechanism.Mechanisms;

@Command(
        name = "attend",
        description = "One attention mechanism on given tensors, every intermediate.",
        mixinStandardHelpOptions = true)
final class AttendCommand implements Callable<Integer> {
    @ParentCommand
    private RecLensCommand root;

    @Mixin
    private OutputOptions output;

    @Option(
            names = "--input",
            required = true,
            paramLabel = "FILE",
            description = "JSON with mechanism, params, inputs and weights")
    private Path input;

    @Option(
            names = "--case",
            paramLabel = "NAME",
            defaultValue = "",
            description = "which case, where the file has several")
    private String name;

    @Override
    public Integer call() {
        MechanismTrace trace = Mechanisms.run(MechanismCaseReader.read(input, name));
        root.console().result(output.json ? MechanismDocument.write(trace) : MechanismText.write(trace), output.file);
        return 0;
    }
}
