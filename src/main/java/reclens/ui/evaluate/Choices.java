package reclens.ui.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import reclens.domain.SeenPolicy;
import reclens.domain.TimeOrder;
import reclens.evaluation.NegativeDraw;
import reclens.session.EvaluationRequest;
import reclens.session.Workspace;
import reclens.ui.UiText;

/** How to evaluate: the options of the command {@code evaluate}. What is typed is kept as text, so that a mistake can be told. */
final class Choices {
    private static final int MOST_LENGTHS = 8;
    private static final int LONGEST = 1000;
    private static final int MOST_NEGATIVES = 1_000_000;

    private final BooleanProperty sampled = new SimpleBooleanProperty(this, "sampled", false);
    private final StringProperty negatives = new SimpleStringProperty(this, "negatives", "100");
    private final ObjectProperty<NegativeDraw> draw = new SimpleObjectProperty<>(this, "draw", NegativeDraw.DISTINCT);
    private final StringProperty seed = new SimpleStringProperty(this, "seed", "1");
    private final ObjectProperty<SeenPolicy> seen = new SimpleObjectProperty<>(this, "seen", SeenPolicy.EXCLUDE);
    private final ObjectProperty<TimeOrder> order = new SimpleObjectProperty<>(this, "order", TimeOrder.EXACT);
    private final StringProperty lengths = new SimpleStringProperty(this, "lengths", "1, 5, 10, 20");
    private final StringProperty segment = new SimpleStringProperty(this, "segment", "");
    private final BooleanProperty popular = new SimpleBooleanProperty(this, "popular", true);
    private final ObservableList<String> segments = FXCollections.observableArrayList("");

    /**
     * What is to be run.
     *
     * @param request its k is the largest of the lengths
     * @param lengths of the lists, shortest first
     */
    record Plan(EvaluationRequest request, List<Integer> lengths, TimeOrder order, boolean popular) {}

    /** Whether items are ranked against drawn ones instead of all. */
    BooleanProperty sampledProperty() {
        return sampled;
    }

    /** How many are drawn. */
    StringProperty negativesProperty() {
        return negatives;
    }

    ObjectProperty<NegativeDraw> drawProperty() {
        return draw;
    }

    /** Of the negatives, and of the resamples behind the intervals. */
    StringProperty seedProperty() {
        return seed;
    }

    ObjectProperty<SeenPolicy> seenProperty() {
        return seen;
    }

    ObjectProperty<TimeOrder> orderProperty() {
        return order;
    }

    /** Lengths of the lists, separated by commas. */
    StringProperty lengthsProperty() {
        return lengths;
    }

    /** A feature of the users; empty for all of them together. */
    StringProperty segmentProperty() {
        return segment;
    }

    /** Whether the most popular items are ranked beside. */
    BooleanProperty popularProperty() {
        return popular;
    }

    /** What users can be split by; the first is empty: not at all. */
    ObservableList<String> segments() {
        return segments;
    }

    void onChange(InvalidationListener listener) {
        for (Observable choice : List.of(sampled, negatives, draw, seed, seen, order, lengths, segment, popular)) {
            choice.addListener(listener);
        }
    }

    /** Starts from what a workspace says. */
    void follow(Workspace open) {
        seen.set(open.seen());
        order.set(open.log().order());
        String was = segment.get();
        List<String> offered = new ArrayList<>(List.of(""));
        offered.addAll(open.users().features());
        segments.setAll(offered);
        segment.set(offered.contains(was) ? was : "");
    }

    /** What is wrong with what was typed, and what is expected; empty when nothing is. */
    String problem() {
        if (lengthList().isEmpty()) {
            return UiText.format("evaluate.wrong.lengths", Integer.toString(MOST_LENGTHS), Integer.toString(LONGEST));
        }
        if (sampled.get() && whole(negatives.get(), 1, MOST_NEGATIVES).isEmpty()) {
            return UiText.get("evaluate.wrong.negatives");
        }
        return whole(seed.get(), Long.MIN_VALUE, Long.MAX_VALUE).isEmpty() ? UiText.get("evaluate.wrong.seed") : "";
    }

    /** Empty while there is a problem. */
    Optional<Plan> plan() {
        if (!problem().isEmpty()) {
            return Optional.empty();
        }
        List<Integer> ks = lengthList();
        int drawn = sampled.get()
                ? whole(negatives.get(), 1, MOST_NEGATIVES).orElseThrow().intValue()
                : 0;
        return Optional.of(new Plan(
                new EvaluationRequest(
                        ks.get(ks.size() - 1),
                        seen.get(),
                        drawn,
                        draw.get(),
                        whole(seed.get(), Long.MIN_VALUE, Long.MAX_VALUE).orElseThrow(),
                        Optional.ofNullable(segment.get()).filter(s -> !s.isEmpty())),
                ks,
                order.get(),
                popular.get()));
    }

    private List<Integer> lengthList() {
        List<Integer> ks = new ArrayList<>();
        for (String word : lengths.get().strip().split("[,;\\s]+")) {
            Optional<Long> k = whole(word, 1, LONGEST);
            if (k.isEmpty()) {
                return List.of();
            }
            ks.add(k.get().intValue());
        }
        List<Integer> distinct = ks.stream().distinct().sorted().toList();
        return distinct.size() > MOST_LENGTHS ? List.of() : distinct;
    }

    private static Optional<Long> whole(String text, long least, long most) {
        try {
            return Optional.of(Long.parseLong(text.strip())).filter(n -> n >= least && n <= most);
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }
}
