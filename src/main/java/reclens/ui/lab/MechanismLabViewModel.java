package reclens.ui.lab;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import reclens.domain.DataException;
import reclens.domain.DoubleTensor;
import reclens.domain.MechanismCase;
import reclens.domain.MechanismTrace;
import reclens.domain.RecLensException;
import reclens.domain.UserHistory;
import reclens.files.MechanismCaseReader;
import reclens.inference.HeadPlace;
import reclens.inference.mechanism.Mechanisms;
import reclens.session.Explainer;
import reclens.ui.UiText;
import reclens.ui.dialog.FaultText;
import reclens.ui.task.Lane;
import reclens.ui.task.LatestWins;
import reclens.ui.workbench.Workbench;

/** Tensors as text, and every step of the chosen mechanism on them. Computes anew when something changes. */
public final class MechanismLabViewModel {
    private static final long REST_MILLIS = 250;

    private final Workbench workbench;
    private final LatestWins computing;
    private final ModelHeads heads;
    private final ObjectProperty<String> mechanism = new SimpleObjectProperty<>(this, "mechanism", "");
    private final ObjectProperty<MaskKind> mask = new SimpleObjectProperty<>(this, "mask", MaskKind.NONE);
    private final StringProperty params = new SimpleStringProperty(this, "params", "");
    private final StringProperty dropout = new SimpleStringProperty(this, "dropout", "");
    private final StringProperty seed = new SimpleStringProperty(this, "seed", "");
    private final ObservableList<TensorField> tensors = FXCollections.observableArrayList();
    private final ObservableList<MechanismCase> cases = FXCollections.observableArrayList();
    private final ObjectProperty<MechanismCase> chosenCase = new SimpleObjectProperty<>(this, "case");
    private final ObservableList<HeadPlace> places = FXCollections.observableArrayList();
    private final ObjectProperty<HeadPlace> place = new SimpleObjectProperty<>(this, "place");
    private final ObservableList<String> mechanisms = FXCollections.observableArrayList(LabPresets.mechanisms());
    private final ObjectProperty<Origin> origin = new SimpleObjectProperty<>(this, "origin", Origin.UNKNOWN);
    private final ReadOnlyObjectWrapper<MechanismTrace> trace = new ReadOnlyObjectWrapper<>(this, "trace");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    /** Set while a whole case is put in, so that its parts do not each start a computation. */
    private boolean loading;
    /** Whether the steps are those of the input as it stands. */
    private final ReadOnlyBooleanWrapper current = new ReadOnlyBooleanWrapper(this, "current");

    private final BooleanBinding stale = current.not().and(problem.isNotEmpty());

    public MechanismLabViewModel(Workbench workbench) {
        this.workbench = workbench;
        this.computing = new LatestWins(workbench.runner(), Lane.MODEL, REST_MILLIS);
        this.heads = new ModelHeads(workbench);
        showWorkedExample();
        heads.attention().addListener((p, was, now) -> followModel());
        workbench.selection().itemProperty().addListener((p, was, now) -> followModel());
        followModel();
        chosenCase.addListener((p, was, now) -> {
            if (now != null) {
                show(now);
            }
        });
        mechanism.addListener((p, was, now) -> {
            if (!loading && now != null) {
                changeMechanism(now);
            }
        });
        mask.addListener((p, was, now) -> putMask(now));
        params.addListener((p, was, now) -> changeSettings());
        dropout.addListener((p, was, now) -> changeSettings());
        seed.addListener((p, was, now) -> changeSettings());
    }

    ObjectProperty<String> mechanismProperty() {
        return mechanism;
    }

    ObjectProperty<MaskKind> maskProperty() {
        return mask;
    }

    /** Further settings as a JSON object; empty for none. */
    StringProperty paramsProperty() {
        return params;
    }

    /** Probability that a weight is dropped; empty for none. */
    StringProperty dropoutProperty() {
        return dropout;
    }

    /** Seed of the dropout; without one it is not shown. */
    StringProperty seedProperty() {
        return seed;
    }

    ObservableList<TensorField> tensors() {
        return tensors;
    }

    /** Every step; the last that could be computed while there is a problem. */
    ReadOnlyObjectProperty<MechanismTrace> traceProperty() {
        return trace.getReadOnlyProperty();
    }

    /** Whether the steps are those of an earlier input, since the present one cannot be computed. */
    ObservableBooleanValue staleProperty() {
        return stale;
    }

    /** What is wrong with the input, in one line; empty when nothing is. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** The cases of the loaded file; empty when none is loaded. */
    ObservableList<MechanismCase> cases() {
        return cases;
    }

    /** The case of the file that is shown; null when another input is. */
    ObjectProperty<MechanismCase> caseProperty() {
        return chosenCase;
    }

    /** The heads of the open model; empty when none is open. */
    ObservableList<HeadPlace> places() {
        return places;
    }

    ObjectProperty<HeadPlace> placeProperty() {
        return place;
    }

    String words(HeadPlace head) {
        return heads.words(head);
    }

    /** Where the tensors come from, in words; empty for those of the user. */
    ObservableValue<String> originProperty() {
        return origin.map(Origin::words);
    }

    /** Those with tensors to start from, and those of the loaded file. */
    ObservableList<String> mechanisms() {
        return mechanisms;
    }

    void showWorkedExample() {
        chosenCase.set(null);
        show(LabPresets.workedExample(), new Origin("", UiText.get("lab.example.origin")));
    }

    /** Loads all cases of a file and shows the first. */
    void load(Path file) {
        computing.submit(
                UiText.get("lab.load"),
                (progress, cancellation) -> MechanismCaseReader.readAll(file),
                read -> {
                    chosenCase.set(null);
                    cases.setAll(read);
                    read.stream()
                            .map(MechanismCase::mechanism)
                            .filter(name -> !mechanisms.contains(name))
                            .distinct()
                            .forEach(mechanisms::add);
                    chosenCase.set(read.get(0));
                },
                this::fail);
    }

    /** Takes queries, keys and values of the chosen head for the selected user. */
    void takeFromModel() {
        UserHistory history = workbench.historyProperty().get();
        HeadPlace from = place.get();
        if (history == null || from == null) {
            problem.set(UiText.get("lab.no-model"));
            return;
        }
        Explainer explainer = new Explainer(workbench.workspace());
        Origin words = heads.origin(from, history);
        computing.submit(
                UiText.get("lab.take"),
                (progress, cancellation) -> explainer.head(history, from),
                taken -> {
                    chosenCase.set(null);
                    show(taken, words);
                },
                this::fail);
    }

    private void followModel() {
        HeadPlace before = place.get();
        List<HeadPlace> now = heads.places();
        places.setAll(now);
        place.set(now.stream()
                .filter(p -> before != null
                        && p.stream().equals(before.stream())
                        && p.layer() == before.layer()
                        && p.head() == before.head())
                .findFirst()
                .orElse(now.isEmpty() ? null : now.get(0)));
    }

    /** Another mechanism on the same Q, K and V where it takes them, else on tensors that fit it. */
    private void changeMechanism(String name) {
        chosenCase.set(null);
        if (LabPresets.takesQueriesKeysValues(name)
                && tensors.stream().anyMatch(t -> t.name().equals("k"))) {
            Origin before = origin.get();
            tensors.removeIf(TensorField::weight);
            LabPresets.weights(name, size("q"), size("k"), size("v"))
                    .forEach((weight, tensor) -> tensors.add(field(weight, true, tensor)));
            loading = true;
            params.set("");
            loading = false;
            origin.set(before.withOtherSettings());
            compute();
        } else if (LabPresets.mechanisms().contains(name)) {
            show(LabPresets.random(name), new Origin(UiText.get("lab.preset.origin"), ""));
        } else {
            cases.stream()
                    .filter(one -> one.mechanism().equals(name))
                    .findFirst()
                    .ifPresent(chosenCase::set);
        }
    }

    /** Last size of an input; that of the presets where it cannot be read. */
    private int size(String input) {
        try {
            DoubleTensor tensor = tensors.stream()
                    .filter(t -> t.name().equals(input))
                    .findFirst()
                    .map(t -> t.typed().read())
                    .orElse(null);
            return tensor == null || tensor.rank() == 0 ? LabPresets.SIZE : tensor.dim(-1);
        } catch (DataException e) {
            return LabPresets.SIZE; // what is wrong with it is said when it is computed
        }
    }

    void show(MechanismCase one) {
        show(one, new Origin("", one.name().isEmpty() ? "" : UiText.format("lab.case.origin", one.name())));
    }

    private void show(MechanismCase input, Origin from) {
        loading = true;
        origin.set(from);
        mechanism.set(input.mechanism());
        mask.set(MaskKind.of(input));
        Map<String, Object> rest = new LinkedHashMap<>(input.params());
        if (mask.get() == MaskKind.CAUSAL) {
            rest.remove("causal");
        }
        dropout.set(text(rest.remove("dropout")));
        seed.set(text(rest.remove("seed")));
        params.set(LabSettings.text(rest));
        List<TensorField> fields = new ArrayList<>();
        input.inputs().forEach((name, t) -> fields.add(field(name, false, t)));
        input.weights().forEach((name, t) -> fields.add(field(name, true, t)));
        tensors.setAll(fields);
        loading = false;
        compute();
    }

    private static String text(Object value) {
        return value == null ? "" : String.valueOf(value);
    }

    private TensorField field(String name, boolean weight, DoubleTensor tensor) {
        TensorField field = new TensorField(name, weight, tensor);
        field.text().addListener((p, was, now) -> {
            origin.set(MaskKind.isMask(name) ? origin.get().withOtherSettings() : Origin.UNKNOWN);
            compute();
        });
        return field;
    }

    /** Adds the tensor of a mask, filled so that the last key is hidden; the user edits it from there. */
    private void putMask(MaskKind kind) {
        if (loading || kind == null) { // the box forgets its value for a moment when other masks are offered
            return;
        }
        tensors.removeIf(t -> MaskKind.isMask(t.name()));
        DoubleTensor filled = kind.input().isEmpty() ? null : kind.lastKeyHidden(trace.get());
        if (filled != null) {
            tensors.add(field(kind.input(), false, filled));
        }
        changeSettings();
    }

    private void changeSettings() {
        if (!loading) {
            origin.set(origin.get().withOtherSettings());
        }
        compute();
    }

    private void compute() {
        if (loading) {
            return;
        }
        current.set(false);
        String name = mechanism.get();
        List<TensorField.Typed> inputs = typed(false);
        List<TensorField.Typed> weights = typed(true);
        LabSettings settings = new LabSettings(params.get(), mask.get() == MaskKind.CAUSAL, dropout.get(), seed.get());
        computing.submit(
                UiText.get("lab.compute"),
                (progress, cancellation) ->
                        Mechanisms.run(new MechanismCase("", "", name, settings.values(), read(inputs), read(weights))),
                computed -> {
                    current.set(true);
                    problem.set("");
                    trace.set(computed);
                },
                this::fail);
    }

    private List<TensorField.Typed> typed(boolean weight) {
        return tensors.stream()
                .filter(t -> t.weight() == weight)
                .map(TensorField::typed)
                .toList();
    }

    private static Map<String, DoubleTensor> read(List<TensorField.Typed> typed) {
        Map<String, DoubleTensor> tensors = new LinkedHashMap<>();
        typed.forEach(t -> tensors.put(t.name(), t.read()));
        return tensors;
    }

    private void fail(Throwable fault) {
        if (fault instanceof RecLensException) {
            problem.set(FaultText.of(fault).sentences());
        } else {
            problem.set(FaultText.of(fault).line());
            workbench.faults().accept(fault);
        }
    }
}
