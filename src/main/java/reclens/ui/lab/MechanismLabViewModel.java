package reclens.ui.lab;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import reclens.domain.DType;
import reclens.domain.DoubleTensor;
import reclens.domain.MechanismCase;
import reclens.domain.MechanismTrace;
import reclens.domain.UserHistory;
import reclens.files.MechanismCaseReader;
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
    /** More events than this make heatmaps whose numbers nobody reads. */
    private static final int MOST_EVENTS = 8;

    private final Workbench workbench;
    private final LatestWins computing;
    private final ObjectProperty<String> mechanism = new SimpleObjectProperty<>(this, "mechanism", "");
    private final ObjectProperty<MaskKind> mask = new SimpleObjectProperty<>(this, "mask", MaskKind.NONE);
    private final StringProperty params = new SimpleStringProperty(this, "params", "");
    private final StringProperty dropout = new SimpleStringProperty(this, "dropout", "");
    private final StringProperty seed = new SimpleStringProperty(this, "seed", "");
    private final ObservableList<TensorField> tensors = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<MechanismTrace> trace = new ReadOnlyObjectWrapper<>(this, "trace");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    /** Set while a whole case is put in, so that its parts do not each start a computation. */
    private boolean loading;

    public MechanismLabViewModel(Workbench workbench) {
        this.workbench = workbench;
        this.computing = new LatestWins(workbench.runner(), Lane.MODEL, REST_MILLIS);
        show(LabPresets.workedExample());
        mechanism.addListener((p, was, now) -> {
            if (!loading) {
                show(LabPresets.random(now));
            }
        });
        mask.addListener((p, was, now) -> putMask(now));
        params.addListener((p, was, now) -> compute());
        dropout.addListener((p, was, now) -> compute());
        seed.addListener((p, was, now) -> compute());
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

    /** What is wrong with the input, in one line; empty when nothing is. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    void showWorkedExample() {
        show(LabPresets.workedExample());
    }

    /** Loads the case of a file, or its first. */
    void load(Path file) {
        computing.submit(
                UiText.get("lab.load"),
                (progress, cancellation) -> MechanismCaseReader.readAll(file).get(0),
                this::show,
                this::fail);
    }

    /** Takes the embeddings of the last events of the selected user as queries, keys and values. */
    void takeFromModel() {
        UserHistory history = workbench.historyProperty().get();
        if (history == null) {
            problem.set(UiText.get("lab.no-model"));
            return;
        }
        Explainer explainer = new Explainer(workbench.workspace());
        computing.submit(
                UiText.get("lab.take"),
                (progress, cancellation) -> explainer.head(history, new reclens.inference.HeadPlace("items", 0, 0, 1)),
                this::show,
                this::fail);
    }

    void show(MechanismCase input) {
        loading = true;
        mechanism.set(input.mechanism());
        mask.set(MaskKind.NONE);
        dropout.set("");
        seed.set("");
        params.set(LabSettings.text(input.params()));
        List<TensorField> fields = new ArrayList<>();
        input.inputs().forEach((name, t) -> fields.add(field(name, false, TensorText.of(t))));
        input.weights().forEach((name, t) -> fields.add(field(name, true, TensorText.of(t))));
        tensors.setAll(fields);
        loading = false;
        compute();
    }

    private TensorField field(String name, boolean weight, String text) {
        TensorField field = new TensorField(name, weight, text);
        field.text().addListener((p, was, now) -> compute());
        return field;
    }

    /** Adds the tensor of a mask, filled so that the last key is hidden; the user edits it from there. */
    private void putMask(MaskKind kind) {
        if (loading) {
            return;
        }
        tensors.removeIf(t -> t.name().equals("mask") || t.name().equals("key_padding_mask"));
        MechanismTrace computed = trace.get();
        DoubleTensor weights = computed == null ? null : computed.steps().get("weights");
        if (!kind.input().isEmpty() && weights != null) {
            tensors.add(field(kind.input(), false, TensorText.of(lastKeyHidden(kind, weights))));
        }
        compute();
    }

    private static DoubleTensor lastKeyHidden(MaskKind kind, DoubleTensor weights) {
        int lk = weights.dim(-1);
        boolean keysOnly = kind == MaskKind.PADDING;
        List<Integer> shape = keysOnly
                ? weights.rank() == 2 ? List.of(lk) : List.of(weights.dim(0), lk)
                : List.of(weights.dim(-2), lk);
        double[] values = new double[shape.stream().mapToInt(Integer::intValue).reduce(1, Math::multiplyExact)];
        for (int i = lk - 1; i < values.length; i += lk) {
            values[i] = kind == MaskKind.ADDITIVE ? Double.NEGATIVE_INFINITY : 1;
        }
        return new DoubleTensor(kind == MaskKind.ADDITIVE ? DType.F64 : DType.BOOL, shape, values);
    }

    private void compute() {
        if (loading) {
            return;
        }
        String name = mechanism.get();
        Map<String, String> inputs = texts(false);
        Map<String, String> weights = texts(true);
        LabSettings settings = new LabSettings(params.get(), mask.get() == MaskKind.CAUSAL, dropout.get(), seed.get());
        computing.submit(
                UiText.get("lab.compute"),
                (progress, cancellation) ->
                        Mechanisms.run(new MechanismCase("", "", name, settings.values(), read(inputs), read(weights))),
                computed -> {
                    problem.set("");
                    trace.set(computed);
                },
                this::fail);
    }

    private Map<String, String> texts(boolean weight) {
        Map<String, String> texts = new LinkedHashMap<>();
        tensors.stream()
                .filter(t -> t.weight() == weight)
                .forEach(t -> texts.put(t.name(), t.text().get()));
        return texts;
    }

    private static Map<String, DoubleTensor> read(Map<String, String> texts) {
        Map<String, DoubleTensor> tensors = new LinkedHashMap<>();
        texts.forEach((name, text) -> tensors.put(name, MechanismCaseReader.tensor(name, text)));
        return tensors;
    }

    private void fail(Throwable fault) {
        FaultText text = FaultText.of(fault);
        problem.set((text.line() + ". " + text.details()).replace('\n', ' '));
    }
}
