package reclens.session;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import reclens.domain.TimeOrder;

/**
 * Where to open from: a folder with a {@code workspace.json}, or single files.
 *
 * @param folder the folder; when present, the single files override what its {@code workspace.json} names
 * @param model checkpoint
 * @param modelTitle picks one of the workspace's further {@code models}; empty for the main one
 * @param config {@code config.json}
 * @param vocabulary item vocabulary
 * @param items catalogue
 * @param history histories
 * @param columns names of the columns by role: {@code user}, {@code item}, {@code time}, {@code event}
 * @param skipBadLines whether malformed lines are counted and reported instead of refusing the file
 * @param overrides entries of {@code config.json} that the user chose, such as {@code variant} or {@code
 *     num_attention_heads}
 * @param order how finely times of the history are told apart; empty for what the workspace says
 */
public record WorkspaceSource(
        Optional<Path> folder,
        Optional<Path> model,
        String modelTitle,
        Optional<Path> config,
        Optional<Path> vocabulary,
        Optional<Path> items,
        Optional<Path> history,
        Map<String, String> columns,
        boolean skipBadLines,
        Map<String, Object> overrides,
        Optional<TimeOrder> order) {

    public static WorkspaceSource folder(Path folder) {
        return new WorkspaceSource(
                Optional.of(folder),
                Optional.empty(),
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                false,
                Map.of(),
                Optional.empty());
    }

    /** A checkpoint and a history without a workspace folder. */
    public static WorkspaceSource files(Path model, Path history) {
        return new WorkspaceSource(
                Optional.empty(),
                Optional.of(model),
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(history),
                Map.of(),
                false,
                Map.of(),
                Optional.empty());
    }

    /** The same with another of the workspace's models, as its own files have it; {@code title} is empty for the main one. */
    public WorkspaceSource withModelTitle(String title) {
        return new WorkspaceSource(
                folder, model, title, config, vocabulary, items, history, columns, skipBadLines, Map.of(), order);
    }

    /** The same with another catalogue. */
    public WorkspaceSource withItems(Path catalogue) {
        return new WorkspaceSource(
                folder,
                model,
                modelTitle,
                config,
                vocabulary,
                Optional.of(catalogue),
                history,
                columns,
                skipBadLines,
                overrides,
                order);
    }

    /** The same with what the user chose where the files do not tell. */
    public WorkspaceSource withOverrides(Map<String, Object> chosen) {
        return new WorkspaceSource(
                folder,
                model,
                modelTitle,
                config,
                vocabulary,
                items,
                history,
                columns,
                skipBadLines,
                Map.copyOf(chosen),
                order);
    }

    /** The same with times told apart in another way. */
    public WorkspaceSource ordered(TimeOrder other) {
        return new WorkspaceSource(
                folder,
                model,
                modelTitle,
                config,
                vocabulary,
                items,
                history,
                columns,
                skipBadLines,
                overrides,
                Optional.of(other));
    }
}
