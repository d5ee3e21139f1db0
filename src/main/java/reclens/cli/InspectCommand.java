package reclens.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import reclens.exchange.InspectionDocument;
import reclens.session.Inspection;

@Command(
        name = "inspect",
        description = "Tensors of a checkpoint, recognised model type, candidate variants, what is missing, SHA-256.",
        mixinStandardHelpOptions = true)
final class InspectCommand implements Callable<Integer> {
    @ParentCommand
    private RecLensCommand root;

    @Parameters(paramLabel = "CHECKPOINT", description = ".safetensors, .pth or .pt")
    private Path checkpoint;

    @Option(names = "--config", paramLabel = "FILE", description = "config.json with what the checkpoint does not say")
    private Path config;

    @Mixin
    private OutputOptions output;

    @Override
    public Integer call() {
        Inspection inspection = Inspection.of(checkpoint, Optional.ofNullable(config));
        root.console().result(output.json ? document(inspection) : text(inspection), output.file);
        return 0;
    }

    private static String document(Inspection inspection) {
        return InspectionDocument.write(
                inspection.checkpoint(), inspection.modelType(), inspection.candidates(), inspection.missing());
    }

    private static String text(Inspection inspection) {
        StringBuilder text = new StringBuilder();
        text.append("file        ").append(inspection.checkpoint().file()).append('\n');
        text.append("format      ").append(inspection.checkpoint().format()).append('\n');
        text.append("SHA-256     ").append(inspection.checkpoint().sha256()).append('\n');
        text.append("model type  ")
                .append(inspection.modelType().isEmpty() ? "not recognised" : inspection.modelType())
                .append('\n');
        text.append("candidates  ").append(orNone(inspection.candidates())).append('\n');
        text.append("missing     ").append(orNone(inspection.missing())).append('\n');
        inspection
                .checkpoint()
                .tensors()
                .forEach((name, tensor) ->
                        text.append(String.format("%n%-6s %-16s %s", tensor.dtype(), tensor.shape(), name)));
        return text.toString();
    }

    private static String orNone(java.util.List<String> values) {
        return values.isEmpty() ? "none" : String.join(", ", values);
    }
}
