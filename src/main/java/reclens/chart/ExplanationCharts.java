package reclens.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reclens.explanation.Attribution;
import reclens.explanation.Explanation;
import reclens.explanation.FeatureMatrix;
import reclens.explanation.Method;
import reclens.explanation.MethodAgreement;
import reclens.explanation.OrderCurve;
import reclens.text.Messages;
import reclens.text.Numbers;
import reclens.text.Sentences;

/** Makes the charts of one explanation. What is not shown is summed, so that totals still add up. */
public final class ExplanationCharts {
    /** The methods whose strongest events are compared beside the bars. */
    private static final List<Method> COMPARED = List.of(Method.LEAVE_ONE_OUT, Method.ATTENTION, Method.ROLLOUT);

    private static final int TOP_FIVE = 5;
    /** A sum is drawn in full while it is at most this many times as long as the longest single bar. */
    private static final double MOST_OF_SUM = 2;

    private static final double BROKEN_AT = 1.2;

    private final Messages messages;
    private final Sentences sentences;
    private final Explanation explanation;
    private final EventLabels labels;
    private final CurveFactory curves;

    public ExplanationCharts(Explanation explanation, Messages messages) {
        this.messages = messages;
        this.sentences = new Sentences(messages);
        this.explanation = explanation;
        this.labels = new EventLabels(explanation.window(), explanation.catalog(), sentences);
        this.curves = new CurveFactory(explanation, messages, sentences);
    }

    /** How much each event counts; empty when the method has no values. */
    public Optional<BarChartSpec> behaviours(ChartOptions options) {
        return explanation.attribution(options.method()).map(a -> behaviours(a, options));
    }

    /** What the events that share a feature value contribute together; empty when there are no features. */
    public Optional<BarChartSpec> features(ChartOptions options) {
        return Optional.ofNullable(explanation.matrix(options.method()))
                .filter(m -> !m.columns().isEmpty())
                .map(m -> features(m, options));
    }

    /** Features of one of the three kinds, or the events grouped by something else; empty where there are none. */
    public Optional<BarChartSpec> features(ChartOptions options, FeatureKind kind) {
        return kind == FeatureKind.AGGREGATED
                ? features(options)
                : new FeatureBars(explanation, messages).spec(kind, options);
    }

    /** One sentence: what {@link #features(ChartOptions, FeatureKind)} shows, and by which method. */
    public String featuresMeaning(ChartOptions options, FeatureKind kind) {
        return featuresWords(options, kind, ".meaning");
    }

    /** The same in few words, to stand beside the name of the kind. */
    public String featuresShort(ChartOptions options, FeatureKind kind) {
        return featuresWords(options, kind, ".short");
    }

    private String featuresWords(ChartOptions options, FeatureKind kind, String form) {
        String method = explanation
                .signed(options.method())
                .map(a -> sentences.methodInSentence(a.method()))
                .orElse("");
        return kind.ofEvents() && method.isEmpty() ? "" : messages.get("features.kind." + kind.key() + form, method);
    }

    /** Events x feature values, rows in the order of {@link #behaviours}; empty when there are no features. */
    public Optional<FeatureHeatmapSpec> matrix(ChartOptions options) {
        FeatureMatrix matrix = explanation.matrix(options.method());
        if (matrix == null || matrix.columns().isEmpty()) {
            return Optional.empty();
        }
        Attribution attribution = explanation.attributions().get(matrix.method());
        Attribution order = explanation.attributions().getOrDefault(options.method(), attribution);
        if (attribution == null || order == null) {
            return Optional.empty();
        }
        return Optional.of(new MatrixFactory(messages, explanation.window(), labels, sentences)
                .spec(matrix, attribution, order, options));
    }

    /** The deletion curve; empty when it was not computed. */
    public Optional<CurveSpec> curve(Method method) {
        return explanation
                .faithfulness(method)
                .filter(f -> f.curve().length > 1)
                .map(curves::curve);
    }

    /**
     * The deletion curve with the method's name on it; empty when it was not computed.
     *
     * @param causes positions of which one caused the explained event; empty where that is not known
     */
    public Optional<CurveSpec> deletion(Method method, List<Integer> causes) {
        return explanation
                .faithfulness(method)
                .filter(f -> f.curve().length > 1)
                .map(f -> curves.deletion(f, method, causes));
    }

    /** As {@link #deletion}, while events are added. */
    public CurveSpec insertion(Method method, OrderCurve curve, List<Integer> causes) {
        return curves.insertion(curve, method, causes);
    }

    /** All feature fields that can be shown, in the order of the matrix. */
    public List<String> fields() {
        return explanation.matrix() == null
                ? List.of()
                : explanation.matrix().columns().stream()
                        .map(FeatureMatrix.Column::feature)
                        .distinct()
                        .toList();
    }

    /** One line: how far the compared methods order the events as a method does; empty where there is none to compare. */
    public String agreementLine(Method chosen) {
        List<MethodAgreement> others = COMPARED.stream()
                .filter(m -> m != chosen)
                .flatMap(m -> MethodAgreement.of(explanation, chosen, m).stream())
                .toList();
        String each = messages.longList(others.stream()
                .map(a -> messages.get(
                        "agreement.with",
                        sentences.methodInSentence(a.second()),
                        a.shared(),
                        a.top(),
                        Numbers.signed(a.tau())))
                .toList());
        return others.isEmpty()
                ? ""
                : messages.get("agreement.line", others.get(0).top(), each);
    }

    private BarChartSpec behaviours(Attribution attribution, ChartOptions options) {
        double[] values = attribution.values();
        boolean signed = attribution.signed();
        EventSelection selection = EventSelection.of(
                attribution,
                options.order(),
                options.topEvents(),
                explanation.window().indexOf(options.selected()));
        Map<Method, Set<Integer>> agreement = agreement(attribution.method());
        List<BarRow> rows = new ArrayList<>();
        for (int i : selection.shown()) {
            List<Boolean> dots = agreement.values().stream()
                    .map(strongest -> strongest.contains(i))
                    .toList();
            rows.add(new BarRow(
                    BarRow.Kind.EVENT, labels.at(i), "", "", values[i], Numbers.value(values[i], signed), dots));
        }
        if (selection.rest().length > 0) {
            double other = selection.restSum(values);
            rows.add(BarRow.of(
                    BarRow.Kind.OTHER,
                    messages.count("chart.other.events", selection.rest().length),
                    other,
                    Numbers.value(other, signed)));
        }
        rows.addAll(sums(attribution));
        return new BarChartSpec(
                messages.get("chart.behaviours"),
                sentences.methodAxis(attribution.method()),
                sentences.methodAxis(attribution.method()),
                signed,
                0,
                rows,
                limits(rows),
                agreement.keySet().stream().map(this::initial).toList(),
                agreement.keySet().stream().map(sentences::methodName).toList(),
                messages.get("chart.agreement"),
                options.selected());
    }

    private List<BarRow> sums(Attribution attribution) {
        List<BarRow> rows = new ArrayList<>();
        double total = attribution.total();
        if (attribution.paddingMass() > 0) {
            int slots =
                    explanation.window().modelLength() - explanation.window().length();
            total += attribution.paddingMass();
            rows.add(BarRow.of(
                    BarRow.Kind.PADDING,
                    messages.count("chart.padding", slots),
                    attribution.paddingMass(),
                    Numbers.attention(attribution.paddingMass())));
        }
        if (attribution.maskMass() > 0) {
            total += attribution.maskMass();
            rows.add(BarRow.of(
                    BarRow.Kind.OTHER,
                    messages.get("chart.mask.slot"),
                    attribution.maskMass(),
                    Numbers.attention(attribution.maskMass())));
        }
        String words = attribution.signed()
                ? messages.count("chart.total.events", attribution.values().length)
                : messages.get("chart.sum");
        rows.add(BarRow.of(BarRow.Kind.TOTAL, words, total, Numbers.value(total, attribution.signed())));
        return rows;
    }

    private String initial(Method method) {
        String key = "agreement." + method.key();
        return messages.get(messages.has(key) ? key : "agreement.other");
    }

    /**
     * The five strongest events by each of leave-one-out, attention, rollout and the chosen method; empty when there is only
     * one of them.
     */
    private Map<Method, Set<Integer>> agreement(Method chosen) {
        Map<Method, Set<Integer>> strongest = new LinkedHashMap<>();
        for (Method method :
                Stream.concat(COMPARED.stream(), Stream.of(chosen)).distinct().toList()) {
            explanation
                    .attribution(method)
                    .ifPresent(a -> strongest.put(
                            method,
                            Arrays.stream(a.order(false))
                                    .filter(i -> !Double.isNaN(a.values()[i]))
                                    .limit(TOP_FIVE)
                                    .boxed()
                                    .collect(Collectors.toSet())));
        }
        return strongest.size() < 2 ? Map.of() : strongest;
    }

    private BarChartSpec features(FeatureMatrix matrix, ChartOptions options) {
        boolean signed = matrix.method().signed();
        List<FeatureSelection.Group> groups = FeatureSelection.of(matrix, options.fields(), options.topFeatures())
                .groups();
        List<BarRow> rows = new ArrayList<>();
        double total = 0;
        for (FeatureSelection.Group group : groups) {
            rows.add(BarRow.heading(group.heading()));
            total = 0;
            for (int c : group.shown()) {
                FeatureMatrix.Column column = matrix.columns().get(c);
                double value = matrix.columnTotal(c);
                total += value;
                rows.add(new BarRow(
                        BarRow.Kind.FEATURE,
                        EventLabel.words(column.value().isEmpty() ? messages.get("chart.none") : column.value()),
                        column.feature(),
                        column.value(),
                        value,
                        Numbers.value(value, signed),
                        List.of()));
            }
            if (!group.rest().isEmpty()) {
                double rest =
                        group.rest().stream().mapToDouble(matrix::columnTotal).sum();
                total += rest;
                rows.add(BarRow.of(
                        BarRow.Kind.OTHER,
                        messages.get("chart.other.values", group.rest().size()),
                        rest,
                        Numbers.value(rest, signed)));
            }
        }
        String names = messages.list(groups.stream()
                .map(g -> g.heading().toLowerCase(messages.locale()))
                .toList());
        return new BarChartSpec(
                messages.get("chart.features"),
                messages.get("report.features.subtitle", names, Numbers.value(total, signed)),
                messages.get(signed ? "chart.features.axis" : "chart.features.axis.share"),
                signed,
                0,
                rows,
                limits(rows),
                List.of(),
                List.of(),
                "",
                EventLabel.NONE);
    }

    /**
     * The range of the bars. A sum of many small effects may be far longer than any single bar: it then runs off the axis,
     * with a break, so that the single ones can still be compared.
     */
    static Limits limits(List<BarRow> rows) {
        Limits single = Limits.of(rows.stream()
                .filter(r -> r.kind() == BarRow.Kind.EVENT || r.kind() == BarRow.Kind.FEATURE)
                .mapToDouble(BarRow::value)
                .toArray());
        Limits all = Limits.of(
                rows.stream().filter(BarRow::hasBar).mapToDouble(BarRow::value).toArray());
        boolean empty =
                rows.stream().noneMatch(r -> r.hasBar() && r.kind() != BarRow.Kind.OTHER && Math.abs(r.value()) > 0);
        double room = single.magnitude() * MOST_OF_SUM;
        if (empty || all.magnitude() <= room) {
            return all;
        }
        double end = single.magnitude() * BROKEN_AT;
        return new Limits(all.low() < -room ? -end : all.low(), all.high() > room ? end : all.high());
    }
}
