package reclens.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;
import reclens.domain.CancellationToken;
import reclens.domain.Problem;
import reclens.domain.ProgressListener;
import reclens.domain.TimeOrder;
import reclens.domain.UsageException;
import reclens.session.Workspace;
import reclens.session.WorkspaceOpener;
import reclens.session.WorkspaceSource;

/** What to open: a workspace folder, or single files. */
final class OpenOptions {
    @Option(names = "--workspace", paramLabel = "DIR", description = "folder with a workspace.json")
    private Path workspace;

    @Option(names = "--model", paramLabel = "FILE", description = "checkpoint: .safetensors, .pth, .pt")
    private Path model;

    @Option(names = "--model-title", paramLabel = "TITLE", description = "one of the workspace's further models")
    private String modelTitle = "";

    @Option(names = "--config", paramLabel = "FILE", description = "config.json with what the checkpoint does not say")
    private Path config;

    @Option(names = "--vocabulary", paramLabel = "FILE", description = "JSON array: model index to item id")
    private Path vocabulary;

    @Option(names = "--items", paramLabel = "FILE", description = "catalogue of items")
    private Path items;

    @Option(names = "--history", paramLabel = "FILE", description = "events of the users")
    private Path history;

    @Option(
            names = "--columns",
            paramLabel = "ROLE=NAME",
            split = ",",
            description = "columns of the history: user=..,item=..,time=..,event=..")
    private Map<String, String> columns = new LinkedHashMap<>();

    @Option(names = "--skip-bad-lines", description = "count and report malformed lines instead of refusing the file")
    private boolean skipBadLines;

    @Option(
            names = "--order",
            paramLabel = "ORDER",
            description = "how finely times are told apart: exact, or recbole (scaled to 0..1 in single precision)")
    private String order;

    @Option(names = "--variant", paramLabel = "NAME", description = "variant of the model, as in config.json")
    private String variant;

    @Option(names = "--heads", paramLabel = "N", description = "attention heads, as in config.json")
    private Integer heads;

    /** @throws UsageException when neither a workspace nor a model with a history is named */
    WorkspaceSource source() {
        if (workspace == null && (model == null || history == null)) {
            throw new UsageException(Problem.of("nothing to open")
                    .expected("--workspace DIR, or --model FILE and --history FILE")
                    .found(model == null ? (history == null ? "neither" : "no --model") : "no --history"));
        }
        for (String role : columns.keySet()) {
            if (!java.util.Set.of("user", "item", "time", "event").contains(role)) {
                throw new UsageException(Problem.of("unknown column role '" + role + "'")
                        .at("--columns")
                        .expected("user, item, time or event"));
            }
        }
        Map<String, Object> overrides = new LinkedHashMap<>();
        if (variant != null) {
            overrides.put("variant", variant);
        }
        if (heads != null) {
            overrides.put("num_attention_heads", heads.longValue());
        }
        return new WorkspaceSource(
                Optional.ofNullable(workspace),
                Optional.ofNullable(model),
                modelTitle,
                Optional.ofNullable(config),
                Optional.ofNullable(vocabulary),
                Optional.ofNullable(items),
                Optional.ofNullable(history),
                columns,
                skipBadLines,
                overrides,
                Optional.ofNullable(order).map(TimeOrder::parse));
    }

    Workspace open(Console console) {
        Workspace opened = new WorkspaceOpener().open(source(), ProgressListener.NONE, new CancellationToken());
        opened.notices().forEach(console::note);
        return opened;
    }
}
