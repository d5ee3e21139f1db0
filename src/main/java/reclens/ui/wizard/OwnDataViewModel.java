package reclens.ui.wizard;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import reclens.domain.ModelChoice;
import reclens.domain.TablePreview;
import reclens.session.OwnData;
import reclens.session.OwnDataReport;
import reclens.session.OwnFiles;
import reclens.ui.UiText;
import reclens.ui.task.Lane;
import reclens.ui.task.LatestWins;
import reclens.ui.task.TaskRunner;

/** Takes files, recognises what they are, and says what is still missing before they can be explained. */
public final class OwnDataViewModel {
    /** The roles of columns, in the order in which they are asked for. */
    static final List<String> ROLES = List.of("user", "item", "event", "time");

    private static final List<String> REQUIRED = List.of("user", "item");

    /** Columns that events do without; leaving one empty means not to take the one that was recognised. */
    private static final List<String> OPTIONAL = List.of("event", "time");

    private static final int LINES = 6;
    private static final long REST_MILLIS = 150;

    private final TaskRunner runner;
    private final Consumer<Throwable> faults;
    private final LatestWins listing;
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
    private final ObservableList<Path> leftOut = FXCollections.observableArrayList();
    private final BooleanProperty skipBadLines = new SimpleBooleanProperty(this, "skipBadLines", false);
    private final ReadOnlyBooleanWrapper badLines = new ReadOnlyBooleanWrapper(this, "badLines", false);
    private Optional<OwnDataReport> report = Optional.empty();
    private boolean filling;

    /** Settings that nobody chose: the file was among others, and has the name. */
    private Path configByName;

    /** Name of the history, as long as nobody wrote another one. */
    private String ownTitle = "";

    public OwnDataViewModel(TaskRunner runner, Consumer<Throwable> faults) {
        this.runner = runner;
        this.faults = faults;
        this.listing = new LatestWins(runner, Lane.FILES, 0);
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
        skipBadLines.addListener((p, was, now) -> check());
        refresh();
    }

    /** Says what is known now; nothing of a history that is still being read. */
    private void refresh() {
        Path history = file(Part.HISTORY).get();
        List<Finding> lines = new ArrayList<>();
        if (history == null) {
            lines.add(new Finding(Finding.Kind.MISSING, UiText.get("wizard.missing.history")));
        }
        report.ifPresent(
                found -> lines.addAll(Findings.of(found, file(Part.MODEL).get() != null, openRoles())));
        lines.addAll(Findings.leftOut(leftOut));
        // What has to be done stands first: of a long list the end is out of sight.
        lines.sort(Comparator.comparing(line -> line.kind() != Finding.Kind.MISSING));
        findings.setAll(lines);
    }

    /** The roles without which there are no events, as far as no column plays them. */
    private List<String> openRoles() {
        boolean columns = preview.get() != null && !preview.get().columns().isEmpty();
        return columns
                ? REQUIRED.stream().filter(role -> column(role).get().isEmpty()).toList()
                : List.of();
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

    /** Whether malformed lines of the history are left out. */
    BooleanProperty skipBadLinesProperty() {
        return skipBadLines;
    }

    /** Whether the history has malformed lines, as far as they can be skipped. */
    ReadOnlyBooleanProperty badLinesProperty() {
        return badLines.getReadOnlyProperty();
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

    /** Takes files and folders in any order, each file for what its name says it is. */
    public void take(List<Path> dropped) {
        if (dropped.stream().noneMatch(Files::isDirectory)) {
            sort(dropped);
            return;
        }
        listing.submit(
                UiText.get("wizard.looking"), (progress, cancellation) -> OwnFiles.of(dropped), this::sort, faults);
    }

    private void sort(List<Path> found) {
        Map<Part, Path> taken = new EnumMap<>(Part.class);
        found.forEach(path -> Part.of(path).ifPresent(part -> taken.merge(part, path, Part::better)));
        leftOut.setAll(found.stream().filter(path -> !taken.containsValue(path)).toList());
        configByName = taken.getOrDefault(Part.CONFIG, configByName);
        taken.forEach((part, path) -> files.get(part).set(path));
        refresh();
    }

    /** Whether a file can be read as something at all, as far as its name tells. */
    public static boolean isKnown(Path file) {
        return Part.of(file).isPresent();
    }

    public static boolean isModel(Path file) {
        return Part.of(file).filter(Part.MODEL::equals).isPresent();
    }

    public static boolean isHistory(Path file) {
        return Part.of(file).filter(Part.HISTORY::equals).isPresent();
    }

    public static boolean isCatalogue(Path file) {
        return Part.of(file).filter(Part.ITEMS::equals).isPresent();
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
        if (part == Part.HISTORY || part == Part.MODEL) {
            accompany(part);
        }
    }

    /** Takes what stands beside a file, where nothing was chosen for it; it can be left out again. */
    private void accompany(Part part) {
        Path file = file(part).get();
        if (file == null) {
            return;
        }
        runner.startQuietly(
                Lane.FILES,
                UiText.get("wizard.looking"),
                (progress, cancellation) -> beside(part, file),
                found -> {
                    if (file.equals(file(part).get())) {
                        found.forEach((other, path) -> {
                            if (file(other).get() == null) {
                                file(other).set(path);
                            }
                        });
                    }
                },
                faults);
    }

    private static Map<Part, Path> beside(Part part, Path file) {
        Map<Part, Path> found = new EnumMap<>(Part.class);
        if (part == Part.MODEL) {
            OwnFiles.vocabularyOf(file).ifPresent(path -> found.put(Part.VOCABULARY, path));
        } else {
            OwnFiles.itemsOf(file).ifPresent(path -> found.put(Part.ITEMS, path));
            OwnFiles.usersOf(file).ifPresent(path -> found.put(Part.USERS, path));
        }
        return found;
    }

    private void look() {
        Path history = file(Part.HISTORY).get();
        preview.set(null);
        report = Optional.empty(); // what was found of another file
        skipBadLines.set(false);
        badLines.set(false);
        ready.set(false);
        refresh();
        if (history == null) {
            return;
        }
        if (title.get().isEmpty() || title.get().equals(ownTitle)) {
            ownTitle = String.valueOf(history.getFileName()).replaceFirst("\\.[^.]*$", "");
            title.set(ownTitle);
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
        boolean doubted =
                file(Part.CONFIG).get() != null && file(Part.CONFIG).get().equals(configByName);
        checking.submit(
                UiText.get("wizard.checking"),
                (progress, cancellation) -> doubted
                        ? data.get().checkDoubtingConfig(progress, cancellation)
                        : data.get().check(progress, cancellation),
                this::show,
                fault -> {
                    busy.set(false);
                    faults.accept(fault);
                });
    }

    private void show(OwnDataReport found) {
        busy.set(false);
        report = Optional.of(found);
        found.choice().ifPresent(choice::set);
        badLines.set(found.badLines() || skipBadLines.get());
        refresh();
        ready.set(found.works());
    }

    private Optional<OwnData> data() {
        if (file(Part.HISTORY).get() == null) {
            return Optional.empty();
        }
        Map<String, String> named = new HashMap<>();
        Map<String, String> recognised =
                preview.get() == null ? Map.of() : preview.get().roles();
        ROLES.forEach(role -> {
            String column = columns.get(role).get();
            boolean refused = OPTIONAL.contains(role) && recognised.containsKey(role);
            if (!column.isEmpty() || refused) {
                named.put(role, column);
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
                optional(Part.USERS),
                skipBadLines.get(),
                chosen));
    }

    private Optional<Path> optional(Part part) {
        return Optional.ofNullable(file(part).get());
    }

    /** Writes the workspace. */
    void write(Path folder, Runnable written) {
        boolean leftOut = report.flatMap(OwnDataReport::leftOut).isPresent();
        data().map(data -> leftOut ? data.withoutConfig() : data)
                .ifPresent(data -> runner.start(
                        Lane.FILES,
                        UiText.get("wizard.writing"),
                        (progress, cancellation) -> {
                            data.write(
                                    folder, title.get().isBlank() ? String.valueOf(folder.getFileName()) : title.get());
                            return folder;
                        },
                        done -> written.run(),
                        faults));
    }
}
