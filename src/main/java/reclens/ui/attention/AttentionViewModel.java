package reclens.ui.attention;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import reclens.chart.AttentionCharts;
import reclens.chart.AttentionHeatmapSpec;
import reclens.chart.AttentionOptions;
import reclens.chart.AttentionOrder;
import reclens.chart.AttentionOverviewSpec;
import reclens.chart.BarChartSpec;
import reclens.chart.ChartNumbers;
import reclens.chart.EventLabel;
import reclens.chart.ScaleMode;
import reclens.domain.AttentionMap;
import reclens.domain.AttentionTrace;
import reclens.domain.AxisKind;
import reclens.session.Workspace;
import reclens.text.Messages;
import reclens.ui.UiText;
import reclens.ui.selection.HeadChoice;
import reclens.ui.task.Lane;
import reclens.ui.task.LatestWins;
import reclens.ui.workbench.Workbench;

/** Layer, head, scale and row, and the specs of the three charts that follow from them. */
public final class AttentionViewModel {
    /** The end of the clipped scale: high enough for most heads, low enough to tell the small weights apart. */
    private static final double CLIP = 0.4;
    /** More columns than anyone reads, and few enough for a table to open at once. */
    private static final int MOST_TABLE_COLUMNS = 250;

    private final Workbench workbench;
    private final Messages messages = UiText.messages();
    private final ObjectProperty<ScaleMode> scale = new SimpleObjectProperty<>(this, "scale", ScaleMode.CLIPPED);
    private final StringProperty stream = new SimpleStringProperty(this, "stream", "");
    private final BooleanProperty scoringRowOnly = new SimpleBooleanProperty(this, "scoringRowOnly", false);
    private final BooleanProperty uniform = new SimpleBooleanProperty(this, "uniform", true);
    private final IntegerProperty row = new SimpleIntegerProperty(this, "row", -1);
    private final ReadOnlyObjectWrapper<AttentionHeatmapSpec> heatmap = new ReadOnlyObjectWrapper<>(this, "heatmap");
    private final ReadOnlyObjectWrapper<AttentionOverviewSpec> overview = new ReadOnlyObjectWrapper<>(this, "overview");
    private final ReadOnlyObjectWrapper<BarChartSpec> rowBars = new ReadOnlyObjectWrapper<>(this, "rowBars");
    private final ReadOnlyObjectWrapper<AttentionTrace> trace = new ReadOnlyObjectWrapper<>(this, "trace");
    private final BooleanProperty clustered = new SimpleBooleanProperty(this, "clustered", false);
    private final LatestWins ordering;
    private AttentionCharts charts;
    /** With all its streams. */
    private AttentionTrace loaded;
    /** All rows of the shown layer and head, in the order of time. */
    private AttentionHeatmapSpec whole;

    /** The scale that was asked for, for streams that offer it. */
    private ScaleMode wanted = scale.get();
    /** Set while another scale stands in for it. */
    private boolean standingIn;

    private int topOfRow = 5;
    private boolean active = true;
    /** Whether something changed while the view was out of sight. */
    private boolean stale;

    public AttentionViewModel(Workbench workbench) {
        this.workbench = workbench;
        this.ordering = new LatestWins(workbench.runner(), Lane.CHARTS, 0);
        clustered.addListener((p, was, now) -> showMap());
        workbench.attentionProperty().addListener((p, was, now) -> load(now));
        workbench.selection().layerProperty().addListener((p, was, now) -> showMap());
        workbench.selection().headProperty().addListener((p, was, now) -> showMap());
        stream.addListener((p, was, now) -> load(workbench.attentionProperty().get()));
        workbench.selection().itemProperty().addListener((p, was, now) -> showRow());
        scale.addListener((p, was, now) -> {
            wanted = standingIn ? wanted : now;
            showMap();
            showOverview();
        });
        scoringRowOnly.addListener((p, was, now) -> showMap());
        uniform.addListener((p, was, now) -> showMap());
        row.addListener((p, was, now) -> showRow());
        load(workbench.attentionProperty().get());
    }

    /** @param now whether the view is in sight; while it is not, nothing is made */
    void setActive(boolean now) {
        active = now;
        if (active && stale) {
            load(workbench.attentionProperty().get());
        }
    }

    /** Null while there is none. */
    ReadOnlyObjectProperty<AttentionTrace> traceProperty() {
        return trace.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<AttentionHeatmapSpec> heatmapProperty() {
        return heatmap.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<AttentionOverviewSpec> overviewProperty() {
        return overview.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<BarChartSpec> rowBarsProperty() {
        return rowBars.getReadOnlyProperty();
    }

    IntegerProperty layerProperty() {
        return workbench.selection().layerProperty();
    }

    ObjectProperty<HeadChoice> headProperty() {
        return workbench.selection().headProperty();
    }

    IntegerProperty eventProperty() {
        return workbench.selection().eventProperty();
    }

    /** Which of the model's streams is shown, such as items or features. */
    StringProperty streamProperty() {
        return stream;
    }

    List<String> streams() {
        AttentionTrace whole = workbench.attentionProperty().get();
        return whole == null ? List.of() : whole.streams();
    }

    /** The scales that mean something for the shown weights. */
    List<ScaleMode> scales() {
        return ScaleMode.of(trace.get());
    }

    /** Whether there is one row among several whose output was compared with the items. */
    boolean hasScoringRow() {
        return trace.get() != null
                && scores(trace.get().map(0, 0))
                && trace.get().map(0, 0).rows() > 1;
    }

    private static boolean scores(AttentionMap map) {
        return map.queryKind() == AxisKind.EVENT && map.keyKind() == AxisKind.EVENT;
    }

    ObjectProperty<ScaleMode> scaleProperty() {
        return scale;
    }

    /** Whether only the last row is shown: the one whose output was compared with the items. */
    BooleanProperty scoringRowOnlyProperty() {
        return scoringRowOnly;
    }

    BooleanProperty uniformProperty() {
        return uniform;
    }

    /** Row of the whole matrix whose weights are listed; -1 for the row that scored. */
    IntegerProperty rowProperty() {
        return row;
    }

    /** How many weights of a row there is room for. */
    void fitRow(int weights) {
        if (weights != topOfRow) {
            topOfRow = weights;
            showRow();
        }
    }

    int listedRow() {
        if (trace.get() == null || whole == null) {
            return -1;
        }
        int rows = whole.rows().size();
        if (row.get() >= 0 && row.get() < rows) {
            return row.get();
        }
        AttentionMap map = trace.get().map(0, 0);
        if (map.queryKind() == AxisKind.CANDIDATE) {
            int item = workbench.selection().itemProperty().get();
            return Math.max(
                    0,
                    IntStream.range(0, rows)
                            .filter(r -> map.queries()[r] == item)
                            .findFirst()
                            .orElse(0));
        }
        return rows - 1;
    }

    boolean listsTheScoringRow() {
        return trace.get() != null
                && scores(trace.get().map(0, 0))
                && listedRow() == trace.get().map(0, 0).rows() - 1;
    }

    /** Mean and maximum, then every head. */
    List<HeadChoice> heads() {
        List<HeadChoice> choices = new ArrayList<>(List.of(HeadChoice.MEAN, HeadChoice.MAX));
        int heads = trace.get() == null ? 0 : trace.get().heads();
        IntStream.range(0, heads).mapToObj(HeadChoice::of).forEach(choices::add);
        return choices;
    }

    List<Integer> layers() {
        return IntStream.range(0, trace.get() == null ? 0 : trace.get().layers())
                .boxed()
                .toList();
    }

    /** Selects the head of a small multiple. */
    void chooseTile(int tile) {
        AttentionOverviewSpec spec = overview.get();
        if (spec != null && tile >= 0 && tile < spec.tiles().size()) {
            AttentionHeatmapSpec map = spec.tiles().get(tile).map();
            layerProperty().set(map.layer());
            headProperty().set(HeadChoice.of(map.head()));
        }
    }

    /** Index of the small multiple of the shown head; -1 for mean and maximum. */
    int chosenTile() {
        AttentionOverviewSpec spec = overview.get();
        HeadChoice head = headProperty().get();
        if (spec == null || !head.isSingle()) {
            return -1;
        }
        return IntStream.range(0, spec.tiles().size())
                .filter(i ->
                        spec.tiles().get(i).map().layer() == layerProperty().get()
                                && spec.tiles().get(i).map().head() == head.index())
                .findFirst()
                .orElse(-1);
    }

    /** The shown matrix as text: headings, then one line a row; of a wide one, the columns from {@code left} on. */
    List<List<String>> numbers(int left) {
        AttentionHeatmapSpec spec = heatmap.get();
        if (spec == null) {
            return List.of();
        }
        int columns = spec.columns().size();
        int from = Math.max(0, Math.min(left, columns - MOST_TABLE_COLUMNS));
        return ChartNumbers.rounded(messages)
                .of(spec, 0, spec.rows().size(), from, Math.min(columns, from + MOST_TABLE_COLUMNS));
    }

    /** Whether similar rows and columns stand together instead of in the order of time. */
    BooleanProperty clusteredProperty() {
        return clustered;
    }

    private void load(AttentionTrace now) {
        Workspace open = workbench.workspace();
        if (now == null || open == null || now.maps().isEmpty()) {
            charts = null;
            whole = null;
            loaded = null;
            row.set(-1);
            ordering.cancel();
            trace.set(null);
            heatmap.set(null);
            overview.set(null);
            rowBars.set(null);
            return;
        }
        stale = !active;
        if (stale) {
            return;
        }
        if (now != loaded) {
            loaded = now;
            row.set(-1);
        }
        if (!now.streams().contains(stream.get())) {
            stream.set(now.streams().get(0)); // comes back here
            return;
        }
        AttentionTrace shown = now.stream(stream.get());
        charts = new AttentionCharts(
                shown,
                workbench.windowProperty().get(),
                open.catalog(),
                index -> UiText.title(open.vocabulary().id(index), open.catalog()),
                messages);
        if (layerProperty().get() >= shown.layers()) {
            layerProperty().set(shown.layers() - 1);
        }
        HeadChoice head = headProperty().get();
        if (head.isSingle() && head.index() >= shown.heads()) {
            headProperty().set(HeadChoice.MEAN);
        }
        trace.set(shown);
        standingIn = true;
        scale.set(scales().contains(wanted) ? wanted : ScaleMode.RAW);
        standingIn = false;
        showMap();
        showOverview();
    }

    private AttentionOptions options() {
        HeadChoice choice = headProperty().get();
        int head =
                switch (choice.kind()) {
                    case MEAN -> AttentionOptions.MEAN;
                    case MAX -> AttentionOptions.MAX;
                    case SINGLE -> choice.index();
                };
        return new AttentionOptions(layerProperty().get(), head, scale.get(), CLIP, 0, uniform.get(), EventLabel.NONE);
    }

    private boolean putOff() {
        stale |= !active;
        return !active;
    }

    private void showMap() {
        if (charts == null || putOff()) {
            return;
        }
        whole = charts.heatmap(options());
        boolean one = scoringRowOnly.get() && hasScoringRow();
        AttentionHeatmapSpec inTime = one ? lastRow(whole) : whole;
        ordering.cancel();
        if (!clustered.get()) {
            heatmap.set(inTime);
        } else {
            AttentionHeatmapSpec all = whole;
            AttentionCharts maker = charts;
            ordering.submit(
                    UiText.get("task.cluster"),
                    (progress, cancellation) -> {
                        AttentionOrder order = AttentionOrder.clustered(all, cancellation);
                        return maker.ordered(inTime, one ? order.forOneRow() : order);
                    },
                    heatmap::set,
                    workbench.faults());
        }
        showRow();
    }

    private void showOverview() {
        if (charts != null && !putOff()) {
            overview.set(charts.overview(options()));
        }
    }

    private void showRow() {
        if (charts != null && whole != null && !putOff()) {
            rowBars.set(charts.row(whole, listedRow(), topOfRow));
        }
    }

    private static AttentionHeatmapSpec lastRow(AttentionHeatmapSpec whole) {
        int last = whole.rows().size() - 1;
        int columns = whole.columns().size();
        return new AttentionHeatmapSpec(
                UiText.format("attention.title.scored", whole.rows().get(last).text()),
                whole.subtitle(),
                whole.name(),
                whole.layer(),
                whole.head(),
                whole.rows().subList(last, last + 1),
                whole.columns(),
                Arrays.copyOfRange(whole.weights(), last * columns, (last + 1) * columns),
                new float[] {whole.padding()[last]},
                whole.showPadding(),
                false, // the last query sees every key, so nothing of its row is masked
                whole.signed(),
                whole.normalised(),
                whole.scale(),
                whole.limit(),
                whole.clipped(),
                whole.uniform(),
                whole.words(),
                null,
                whole.selected());
    }
}
