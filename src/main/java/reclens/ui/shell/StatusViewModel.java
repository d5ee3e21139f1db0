package reclens.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import reclens.domain.Provenance;
import reclens.session.RecommendationList;
import reclens.session.Workspace;
import reclens.ui.UiText;
import reclens.ui.task.RunningTask;
import reclens.ui.workbench.Workbench;

/** The words of the status bar. */
final class StatusViewModel {
    /** A quiet task is shown only when it takes longer than a user would wait without a sign. */
    private static final long QUIET_NANOS = 1_000_000_000L;

    private final Workbench workbench;
    private final ReadOnlyStringWrapper workspace = new ReadOnlyStringWrapper(this, "workspace", "");
    private final ReadOnlyStringWrapper model = new ReadOnlyStringWrapper(this, "model", "");
    private final ReadOnlyStringWrapper window = new ReadOnlyStringWrapper(this, "window", "");
    private final ReadOnlyStringWrapper notices = new ReadOnlyStringWrapper(this, "notices", "");
    private final ReadOnlyStringWrapper noticesInFull = new ReadOnlyStringWrapper(this, "noticesInFull", "");
    private final ReadOnlyStringWrapper inference = new ReadOnlyStringWrapper(this, "inference", "");
    private final ReadOnlyStringWrapper memory = new ReadOnlyStringWrapper(this, "memory", "");

    private final ReadOnlyStringWrapper unread = new ReadOnlyStringWrapper(this, "unread", "");
    private final ReadOnlyStringWrapper unreadInFull = new ReadOnlyStringWrapper(this, "unreadInFull", "");

    StatusViewModel(Workbench workbench) {
        this.workbench = workbench;
        workbench.workspaceProperty().addListener((p, was, now) -> show(now));
        workbench.recommendationsProperty().addListener((p, was, now) -> show(now));
        show(workbench.workspace());
        workbench.logging().log().unreadProperty().addListener((p, was, now) -> showUnread(now.intValue()));
        showUnread(workbench.logging().log().unreadProperty().get());
    }

    ReadOnlyStringProperty workspaceProperty() {
        return workspace.getReadOnlyProperty();
    }

    ReadOnlyStringProperty modelProperty() {
        return model.getReadOnlyProperty();
    }

    ReadOnlyStringProperty windowProperty() {
        return window.getReadOnlyProperty();
    }

    /** How many notices the workspace came with; empty when none. */
    ReadOnlyStringProperty noticesProperty() {
        return notices.getReadOnlyProperty();
    }

    ReadOnlyStringProperty noticesInFullProperty() {
        return noticesInFull.getReadOnlyProperty();
    }

    ReadOnlyStringProperty inferenceProperty() {
        return inference.getReadOnlyProperty();
    }

    /** How many errors of the log were not looked at; empty when none. */
    ReadOnlyStringProperty unreadProperty() {
        return unread.getReadOnlyProperty();
    }

    ReadOnlyStringProperty unreadInFullProperty() {
        return unreadInFull.getReadOnlyProperty();
    }

    private void showUnread(int errors) {
        unread.set(errors == 0 ? "" : Integer.toString(errors));
        unreadInFull.set(
                errors == 0 ? UiText.get("status.log") : UiText.plural("status.log.errors", errors, unread.get()));
    }

    ReadOnlyStringProperty memoryProperty() {
        return memory.getReadOnlyProperty();
    }

    private void show(Workspace open) {
        if (open == null) {
            workspace.set(UiText.get("status.none"));
            model.set("");
            window.set("");
            notices.set("");
            inference.set("");
            return;
        }
        Provenance provenance = open.provenance();
        workspace.set(open.title());
        model.set(modelName(provenance) + chosen(open) + " \u00b7 " + provenance.shortHash());
        int length = open.model().card().windowLength();
        window.set(length == 0 ? "" : UiText.format("status.window", Integer.toString(length)));
        List<String> all = new ArrayList<>(open.notices());
        open.model().card().assumptions().stream().filter(a -> !all.contains(a)).forEach(all::add);
        notices.set(all.isEmpty() ? "" : UiText.plural("status.notices", all.size(), Integer.toString(all.size())));
        noticesInFull.set(all.stream().map(UiText::phrase).collect(Collectors.joining("\n")));
    }

    /** Says what was chosen by the user, since no file confirms it. */
    private static String chosen(Workspace open) {
        Object variant = open.source().overrides().get("variant");
        Object heads = open.source().overrides().get("num_attention_heads");
        if (variant == null && heads == null) {
            return "";
        }
        return UiText.format(
                heads == null ? "status.chosen" : variant == null ? "status.chosen.heads" : "status.chosen.both",
                heads == null ? "" : UiText.plural("status.heads", ((Number) heads).longValue(), heads.toString()));
    }

    /** The name under which a model type is known. */
    /** With its variant: "SASRec, recbole". */
    static String modelName(Provenance of) {
        return modelName(of.modelType()) + (of.variant().isEmpty() ? "" : ", " + of.variant());
    }

    static String modelName(String type) {
        return UiText.orElse("model." + type, type.toUpperCase(Locale.ROOT));
    }

    private void show(RecommendationList list) {
        inference.set(
                list == null
                        ? ""
                        : UiText.format(
                                "status.inference", String.format(Locale.US, "%.1f", list.inferenceNanos() / 1e6)));
    }

    void showMemory(long bytes) {
        memory.set(UiText.format("status.memory", Long.toString(bytes >> 20)));
    }

    /** The oldest task that is worth showing; null when there is none. */
    RunningTask taskToShow(long now) {
        return workbench.runner().tasks().stream()
                .filter(t -> !t.quiet() || now - t.startedNanos() > QUIET_NANOS)
                .findFirst()
                .orElse(null);
    }

    String describe(RunningTask task) {
        String stage = task.stageProperty().get();
        String text = stage.isEmpty() ? "" : UiText.orElse(stage, "");
        return text.isEmpty() ? task.title() : UiText.format("status.task", task.title(), text);
    }
}
