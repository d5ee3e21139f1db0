package reclens.ui.lab;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import reclens.domain.AttentionMap;
import reclens.domain.AttentionTrace;
import reclens.domain.AxisKind;
import reclens.domain.UserHistory;
import reclens.inference.HeadPlace;
import reclens.session.Workspace;
import reclens.ui.UiText;
import reclens.ui.workbench.Workbench;

/** The attention heads of the open model, and words for what is taken from them. */
final class ModelHeads {
    private final Workbench workbench;

    ModelHeads(Workbench workbench) {
        this.workbench = workbench;
    }

    ReadOnlyObjectProperty<AttentionTrace> attention() {
        return workbench.attentionProperty();
    }

    /** All heads of all layers, the last layer first, since its output is compared with the items; empty without a model. */
    List<HeadPlace> places() {
        AttentionTrace trace = workbench.attentionProperty().get();
        if (trace == null) {
            return List.of();
        }
        int item = Math.max(0, workbench.selection().itemProperty().get());
        return trace.maps().stream()
                .map(map -> new HeadPlace(map.stream(), map.layer(), map.head(), item))
                .distinct()
                .sorted(java.util.Comparator.comparingInt(
                                (HeadPlace p) -> trace.streams().indexOf(p.stream()))
                        .thenComparingInt(p -> -p.layer())
                        .thenComparingInt(HeadPlace::head))
                .toList();
    }

    /** Words for a choice of heads. */
    String words(HeadPlace place) {
        AttentionTrace trace = workbench.attentionProperty().get();
        String head =
                UiText.format("lab.place", Integer.toString(place.layer() + 1), Integer.toString(place.head() + 1));
        return trace == null || trace.streams().size() < 2
                ? head
                : UiText.format(
                        "lab.place.stream", UiText.orElse("attention.stream." + place.stream(), place.stream()), head);
    }

    /** Says whose tensors they are and what their rows stand for; and that the weights are the model's. */
    Origin origin(HeadPlace place, UserHistory history) {
        Workspace open = workbench.workspace();
        AttentionTrace trace = workbench.attentionProperty().get();
        String type = open.provenance().modelType();
        StringBuilder words = new StringBuilder(
                UiText.format("lab.taken", words(place), UiText.orElse("model." + type, type), history.user()));
        AttentionMap map = trace == null
                ? null
                : trace.maps().stream()
                        .filter(m -> m.stream().equals(place.stream())
                                && m.layer() == place.layer()
                                && m.head() == place.head())
                        .findFirst()
                        .orElse(null);
        StringBuilder unchanged = new StringBuilder(UiText.get("lab.taken.weights"));
        if (map != null) {
            words.append(' ').append(axes(map, trace));
            if (trace.paddingSlots() > 0) {
                unchanged
                        .append(' ')
                        .append(UiText.format("lab.taken.padding", Integer.toString(trace.paddingSlots())));
            }
        }
        return new Origin(words.toString(), unchanged.toString());
    }

    private static String axes(AttentionMap map, AttentionTrace trace) {
        if (map.queryKind() == AxisKind.FIELD) {
            return UiText.format("lab.taken.fields", String.join(", ", trace.fields()));
        }
        if (map.keyKind() == AxisKind.CANDIDATE) {
            return UiText.get("lab.taken.items");
        }
        if (map.queryKind() == AxisKind.CANDIDATE) {
            return UiText.get("lab.taken.candidate");
        }
        boolean mask = map.rows() > 0 && map.queries()[map.rows() - 1] == AttentionMap.MASK_SLOT;
        return UiText.get(mask ? "lab.taken.mask" : "lab.taken.events");
    }
}
