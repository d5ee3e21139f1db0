package reclens;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import reclens.domain.AttentionMap;
import reclens.domain.AttentionTrace;
import reclens.domain.AxisKind;
import reclens.domain.Catalog;
import reclens.domain.HistoryWindow;
import reclens.domain.Interaction;
import reclens.domain.Item;
import reclens.domain.Padding;
import reclens.domain.Provenance;
import reclens.domain.Recommendation;
import reclens.domain.UserHistory;
import reclens.explanation.Attribution;
import reclens.explanation.Counterfactual;
import reclens.explanation.Explanation;
import reclens.explanation.Faithfulness;
import reclens.explanation.FeatureContribution;
import reclens.explanation.FeatureMatrix;
import reclens.explanation.Method;
import reclens.explanation.Verdict;

/** A made-up explanation for tests of words and pictures: an outdoor shop, 64 events of which the model reads the last n. */
public final class SampleExplanation {
    private static final String[][] NAMED = {
        // position, event, title, category, brand, leave-one-out, day
        {"50", "purchase", "Kestrel Trail 3 Shoes", "Footwear", "Kestrel", "-0.17", "2025-04-12"},
        {"54", "wishlist", "Halden Ridge 2 Tent", "Tents", "Halden", "0.33", "2025-04-27"},
        {"57", "view", "Halden Ridge 2 Tent", "Tents", "Halden", "0.38", "2025-05-10"},
        {"58", "cart", "Halden Ridge 2 Tent", "Tents", "Halden", "0.24", "2025-05-10"},
        {"59", "purchase", "Halden Ridge 2 Tent", "Tents", "Halden", "1.84", "2025-05-10"},
        {"60", "view", "Tarn Air 4 Sleeping Mat", "Sleeping", "Tarn", "0.92", "2025-05-11"},
        {"61", "view", "Oakmere Wool Blanket", "Home textiles", "Oakmere", "-0.46", "2025-05-11"},
        {"62", "wishlist", "Nordvik Camp Pillow", "Sleeping", "Nordvik", "0.71", "2025-05-14"},
        {"63", "view", "Lumen 300 Head Torch", "Lighting", "Lumen", "-0.21", "2025-05-14"},
    };
    private static final String[] CATEGORIES = {"Tents", "Sleeping", "Cooking", "Lighting", "Footwear", "Home textiles"
    };
    private static final String[] BRANDS = {"Halden", "Tarn", "Nordvik", "Fjell", "Peak", "Bramble", "Cinder", "Alder"};
    private static final String[] THINGS = {"Stove", "Socks", "Soft Flask 500", "Wind Jacket", "Lantern", "Gas 230 g"};
    private static final String[] EVENTS = {"view", "view", "cart", "purchase", "wishlist"};

    private int events = 50;
    private String title = "Nordvik 650 Sleeping Bag";
    private String eventTitle;
    private boolean features = true;
    private boolean dates = true;
    private boolean types = true;
    private double[] drops;
    private Verdict verdict = Verdict.SUPPORTED;
    private boolean faithfulness = true;
    private boolean counterfactual = true;

    public static SampleExplanation sample() {
        return new SampleExplanation();
    }

    public SampleExplanation events(int n) {
        events = n;
        return this;
    }

    public SampleExplanation title(String text) {
        title = text;
        return this;
    }

    public SampleExplanation eventTitle(String text) {
        eventTitle = text;
        return this;
    }

    public SampleExplanation withoutFeatures() {
        features = false;
        return this;
    }

    public SampleExplanation withoutDates() {
        dates = false;
        return this;
    }

    public SampleExplanation withoutEventTypes() {
        types = false;
        return this;
    }

    public SampleExplanation drops(double... values) {
        drops = values;
        events = values.length;
        return this;
    }

    public SampleExplanation verdict(Verdict word) {
        verdict = word;
        return this;
    }

    public SampleExplanation withoutFaithfulness() {
        faithfulness = false;
        return this;
    }

    public SampleExplanation withoutCounterfactual() {
        counterfactual = false;
        return this;
    }

    public Explanation build() {
        int total = Math.max(64, events + 14);
        Random random = new Random(7);
        List<Interaction> history = new ArrayList<>();
        Map<String, Item> items = new LinkedHashMap<>();
        double[] loo = new double[total];
        for (int p = 0; p < total; p++) {
            int position = p;
            String[] named = Arrays.stream(NAMED)
                    .filter(n -> Integer.parseInt(n[0]) + total - 64 == position)
                    .findFirst()
                    .orElse(null);
            String brand = named != null ? named[4] : BRANDS[random.nextInt(BRANDS.length)];
            String category = named != null ? named[3] : CATEGORIES[random.nextInt(CATEGORIES.length)];
            String name = named != null ? named[2] : brand + " " + THINGS[random.nextInt(THINGS.length)];
            String shown = eventTitle != null ? eventTitle : name;
            String type = named != null ? named[1] : EVENTS[random.nextInt(EVENTS.length)];
            Instant time = Instant.parse((named != null ? named[6] : "2025-03-" + (10 + p % 20)) + "T10:00:00Z");
            loo[p] = named != null ? Double.parseDouble(named[5]) : random.nextGaussian() * 0.02;
            items.put(
                    "i" + name,
                    new Item(
                            "i" + name,
                            shown,
                            features ? Map.of("category", List.of(category), "brand", List.of(brand)) : Map.of(),
                            Map.of()));
            history.add(new Interaction(p, "i" + name, types ? type : "", dates ? time : null));
        }
        items.put("target", new Item("target", title, Map.of("category", List.of("Sleeping")), Map.of()));
        items.put("next", new Item("next", "Cinder Micro Gas Stove", Map.of(), Map.of()));
        Catalog catalog = new Catalog(items.values(), features ? List.of("category", "brand") : List.of(), List.of());
        int n = Math.min(events, total);
        int[] positions = IntStream.range(total - n, total).toArray();
        HistoryWindow window = new HistoryWindow(
                new UserHistory("u0417", history), positions, new int[n], Math.max(50, n), Padding.RIGHT);
        double[] values = drops != null ? drops : Arrays.copyOfRange(loo, total - n, total);
        Map<Method, Attribution> attributions = new LinkedHashMap<>();
        attributions.put(Method.ATTENTION, share(Method.ATTENTION, n, 3));
        attributions.put(Method.ROLLOUT, share(Method.ROLLOUT, n, 4));
        attributions.put(
                Method.LEAVE_ONE_OUT,
                new Attribution(Method.LEAVE_ONE_OUT, values, Double.NaN, Map.of("kind", "delete")));
        FeatureMatrix matrix = features ? matrix(window, catalog, values) : null;
        Map<Method, Faithfulness> checks = new EnumMap<>(Method.class);
        if (faithfulness) {
            checks.put(Method.LEAVE_ONE_OUT, check(n));
        }
        return new Explanation(
                new Provenance(
                        "0.1.0",
                        "sasrec",
                        "recbole",
                        2,
                        2,
                        "model.safetensors",
                        "3f9a1c2e77b04d18aa0b5c6d7e8f90123456789abcdef0123456789abcdee205",
                        "Outdoor shop"),
                catalog,
                window,
                new Recommendation(1, 77, "target", 8.41, 0.31),
                new Recommendation(2, 78, "next", 7.31, 0.11),
                600,
                attributions,
                Map.of(),
                contributions(matrix),
                matrix,
                checks,
                counterfactual ? new Counterfactual(n > 0, n > 0 ? new int[] {59} : new int[0], 78, 9) : null,
                "include");
    }

    /** Attention of 2 layers and 2 heads over the events, with some weight on padding. */
    public static AttentionTrace trace(int n, int paddingSlots) {
        Random random = new Random(11);
        List<AttentionMap> maps = new ArrayList<>();
        int[] coordinates = IntStream.range(0, n).toArray();
        for (int head = 0; head < 4; head++) {
            float[] weights = new float[n * n];
            float[] padding = new float[n];
            for (int q = 0; q < n; q++) {
                double sum = 0;
                double[] raw = new double[q + 1];
                for (int k = 0; k <= q; k++) {
                    raw[k] = Math.exp(random.nextGaussian() * 1.5 + (k == q ? 2 : 0));
                    sum += raw[k];
                }
                padding[q] = paddingSlots == 0 ? 0 : (float) (0.3 / (1 + q));
                for (int k = 0; k <= q; k++) {
                    weights[q * n + k] = (float) (raw[k] / sum * (1 - padding[q]));
                }
            }
            maps.add(new AttentionMap(
                    "items",
                    head / 2,
                    head % 2,
                    AxisKind.EVENT,
                    AxisKind.EVENT,
                    coordinates,
                    coordinates,
                    weights,
                    padding,
                    true,
                    "softmax"));
        }
        return new AttentionTrace(maps, paddingSlots);
    }

    private static Attribution share(Method method, int n, int seed) {
        Random random = new Random(seed);
        double[] values = random.doubles(n).map(v -> v * v * v * v).toArray();
        double sum = Arrays.stream(values).sum();
        double[] shares = Arrays.stream(values).map(v -> v / sum).toArray();
        return new Attribution(method, shares, 0, Map.of());
    }

    private static FeatureMatrix matrix(HistoryWindow window, Catalog catalog, double[] values) {
        List<FeatureMatrix.Column> columns = new ArrayList<>();
        for (String field : catalog.features()) {
            IntStream.range(0, window.length())
                    .mapToObj(i -> value(window, catalog, field, i))
                    .distinct()
                    .forEach(v -> columns.add(new FeatureMatrix.Column(field, v)));
        }
        double[][] cells = new double[window.length()][columns.size()];
        for (int i = 0; i < cells.length; i++) {
            for (int c = 0; c < columns.size(); c++) {
                boolean has = value(window, catalog, columns.get(c).feature(), i)
                        .equals(columns.get(c).value());
                cells[i][c] = has ? values[i] : Double.NaN;
            }
        }
        return new FeatureMatrix(Method.LEAVE_ONE_OUT, columns, cells);
    }

    private static String value(HistoryWindow window, Catalog catalog, String field, int i) {
        return catalog.item(window.event(i).item()).features().get(field).get(0);
    }

    private static List<FeatureContribution> contributions(FeatureMatrix matrix) {
        return matrix == null
                ? List.of()
                : IntStream.range(0, matrix.columns().size())
                        .mapToObj(c -> new FeatureContribution(
                                matrix.columns().get(c).feature(),
                                matrix.columns().get(c).value(),
                                "aggregated",
                                matrix.method(),
                                matrix.columnTotal(c),
                                1))
                        .toList();
    }

    private Faithfulness check(int n) {
        double[] x = IntStream.rangeClosed(0, 10).mapToDouble(i -> i / 10.0).toArray();
        double[] curve = {8.41, 4.85, 3.9, 3.4, 3.08, 2.85, 2.7, 2.62, 2.58, 2.6, 2.65};
        double[] recency = {8.41, 5.0, 4.55, 4.2, 3.9, 3.65, 3.4, 3.15, 2.95, 2.8, 2.65};
        double[] mean = {8.41, 7.83, 7.26, 6.7, 6.15, 5.6, 5.1, 4.5, 3.9, 3.3, 2.65};
        double[] low = {8.41, 6.5, 5.85, 5.3, 4.8, 4.4, 4.0, 3.65, 3.3, 3.0, 2.65};
        double[] high = {8.41, 8.43, 8.3, 8.05, 7.7, 7.3, 6.75, 6.1, 5.3, 4.25, 2.65};
        return new Faithfulness(
                x,
                curve,
                recency,
                mean,
                low,
                high,
                3.42,
                verdict == Verdict.RECENCY_SUFFICES ? 3.40 : 3.93,
                5.67,
                4.62,
                verdict == Verdict.NOT_SUPPORTED ? 0.31 : 0,
                100,
                1,
                n < 5 ? Verdict.TOO_SHORT : verdict,
                0.021,
                0.004);
    }
}
