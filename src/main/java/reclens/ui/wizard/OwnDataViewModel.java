package reclens.ui.wizard;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import reclens.domain.ModelChoice;
import reclens.domain.TablePreview;
import reclens.session.OwnData;
import reclens.session.OwnDataReport;
import reclens.ui.UiText;
import reclens.ui.task.Lane;
import reclens.ui.task.LatestWins;
import reclens.ui.task.TaskRunner;

/** Takes files, recognises what they are, and says what is still missing before they can be explained. */
public final class OwnDataViewModel {
    /** The roles of columns, in the order in which they are asked for. */
    static final List<String> ROLES = List.of("user", "item", "event", "time");

    private static final int LINES = 6;
    private static final long REST_MILLIS = 150;

    private final TaskRunner runner;
    private final Consumer<Throwable> faults;
    private final LatestWins looking;
    private final LatestWins checking;
    private final Map<Part, ObjectProperty<Path>> files = new EnumMap<>(Part.class);
    private final Map<String, StringProperty> columns = new HashMap<>();
    private final ObjectProperty<String> variant = new SimpleObjectProperty<>(this, "variant");
    private final ObjectProperty<Integer> heads = new SimpleObjectProperty<>(this, "heads");
    private final StringProperty title = new SimpleStringProperty(this, "title", "");
    private final ReadOnlyObjectWrapper<TablePreview> preview = new ReadOnlyObjectWrapper<>(this, "preview");
    private final ReadOnlyObjectWrapper<ModelChoice> choice = new ReadOnlyObjectWrapper<>(this, "choice");
    private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper(this, "ready", false);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy", false);
    private final ObservableList<Finding> findings = FXCollections.observableArrayList();
    private boolean filling;

    /** The files that a workspace is made of. */
    enum Part {
        HISTORY,
        MODEL,
        VOCABULARY,
        ITEMS,
        CONFIG;

        String key() {
            return "wizard.part." + name().toLowerCase(Locale.ROOT);
        }
    }

    public OwnDataViewModel(TaskRunner runner, Consumer<Throwable> faults) {
        this.runner = runner;
        this.faults = faults;
        this.looking = new LatestWins(runner, Lane.FILES, 0);
        this.checking = new LatestWins(runner, Lane.FILES, REST_MILLIS);
        for (Part part : Part.values()) {
            ObjectProperty<Path> file = new SimpleObjectProperty<>(this, part.name());
            file.addListener((p, was, now) -> changed(part));
            files.put(part, file);
        }
        for (String role : ROLES) {
            StringProperty column = new SimpleStringProperty(this, role, "");
            column.addListener((p, was, now) -> check());
            columns.put(role, column);
        }
        variant.addListener((p, was, now) -> check());
        heads.addListener((p, was, now) -> check());
        missHistory();
    }

    private void missHistory() {
        findings.setAll(new Finding(Finding.Kind.MISSING, UiText.get("wizard.missing.history")));
    }

    ObjectProperty<Path> file(Part part) {
        return files.get(part);
    }

    /** Name of the column that plays a role; empty for none. */
    StringProperty column(String role) {
        return columns.get(role);
    }

    ObjectProperty<String> variantProperty() {
        return variant;
    }

    ObjectProperty<Integer> headsProperty() {
        return heads;
    }

    StringProperty titleProperty() {
        return title;
    }

    /** The first lines of the history; null when there is none. */
    ReadOnlyObjectProperty<TablePreview> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    /** What the checkpoint does not tell; null when nothing is left open. Stays once it was asked. */
    ReadOnlyObjectProperty<ModelChoice> choiceProperty() {
        return choice.getReadOnlyProperty();
    }

    ObservableList<Finding> findings() {
        return findings;
    }

    /** Whether the files make a workspace that can be explained. */
    ReadOnlyBooleanProperty readyProperty() {
        return ready.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Takes files in any order, each for what its name and place say it is. */
    public void take(List<Path> dropped) {
        dropped.forEach(path -> files.get(partOf(path)).set(path));
    }

    /** What a file seems to be. */
    static Part partOf(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (List.of(".safetensors", ".pth", ".pt", ".bin").stream().anyMatch(name::endsWith)) {
            return Part.MODEL;
        }
        if (name.endsWith(".json") && !name.endsWith("events.json")) {
            return name.contains("config") ? Part.CONFIG : Part.VOCABULARY;
        }
        boolean catalogue = name.endsWith(".item")
                || List.of("items", "products", "movies", "catalog", "articles").stream()
                        .anyMatch(name::startsWith);
        return catalogue ? Part.ITEMS : Part.HISTORY;
    }

    public static boolean isHistory(Path file) {
        return partOf(file) == Part.HISTORY;
    }

    public static boolean isCatalogue(Path file) {
        return partOf(file) == Part.ITEMS;
    }

    private void changed(Part part) {
        if (part == Part.HISTORY) {
            look();
        } else {
            if (part == Part.MODEL) {
                choice.set(null);
                variant.set(null);
                heads.set(null);
            }
            check();
        }
    }

    private void look() {
        Path history = file(Part.HISTORY).get();
        preview.set(null);
        findings.clear(); // what was found of another file, or that there is none
        if (history == null) {
            missHistory();
            return;
        }
        if (title.get().isEmpty()) {
            title.set(String.valueOf(history.getFileName()).replaceFirst("\\.[^.]*$", ""));
        }
        busy.set(true);
        looking.submit(
                UiText.get("wizard.looking"),
                (progress, cancellation) -> OwnData.preview(history, LINES),
                found -> {
                    filling = true;
                    preview.set(found);
                    ROLES.forEach(role -> columns.get(role).set(found.roles().getOrDefault(role, "")));
                    filling = false;
                    busy.set(false);
                    check();
                },
                fault -> {
                    busy.set(false);
                    file(Part.HISTORY).set(null);
                    faults.accept(fault);
                });
    }

    private void check() {
        ready.set(false);
        Optional<OwnData> data = data();
        if (filling || data.isEmpty()) {
            return;
        }
        busy.set(true);
        checking.submit(
                UiText.get("wizard.checking"),
                (progress, cancellation) -> data.get().check(progress, cancellation),
                this::show,
                fault -> {
                    busy.set(false);
                    faults.accept(fault);
                });
    }

    private void show(OwnDataReport report) {
        busy.set(false);
        report.choice().ifPresent(choice::set);
        findings.setAll(Findings.of(report, file(Part.MODEL).get() != null));
        ready.set(report.works());
    }

    private Optional<OwnData> data() {
        if (file(Part.HISTORY).get() == null) {
            return Optional.empty();
        }
        Map<String, String> named = new HashMap<>();
        ROLES.forEach(role -> {
            if (!columns.get(role).get().isEmpty()) {
                named.put(role, columns.get(role).get());
            }
        });
        Map<String, Object> chosen = new HashMap<>();
        if (variant.get() != null) {
            chosen.put("variant", variant.get());
        }
        if (heads.get() != null) {
            chosen.put("num_attention_heads", heads.get().longValue());
        }
        return Optional.of(new OwnData(
                file(Part.HISTORY).get(),
                named,
                optional(Part.MODEL),
                optional(Part.CONFIG),
                optional(Part.VOCABULARY),
                optional(Part.ITEMS),
                chosen));
    }

    private Optional<Path> optional(Part part) {
        return Optional.ofNullable(file(part).get());
    }

    /** Writes the workspace. */
    void write(Path folder, Runnable written) {
        data().ifPresent(data -> runner.start(
                Lane.FILES,
                UiText.get("wizard.writing"),
                (progress, cancellation) -> {
                    data.write(folder, title.get().isBlank() ? String.valueOf(folder.getFileName()) : title.get());
                    return folder;
                },
                done -> written.run(),
                faults));
    }
}
