package reclens.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import reclens.domain.Checkpoint;
import reclens.domain.DataException;
import reclens.domain.FeatureTables;
import reclens.domain.ModelChoice;
import reclens.domain.ModelConfig;
import reclens.domain.Problem;

/** SASRec checkpoints of three code families, and what must be known beyond their tensors. */
final class SasRecArchitecture implements Architecture {
    private static final String VARIANT = "variant";
    private static final String HEADS = "num_attention_heads";
    private static final String WINDOW = "max_position_embeddings";

    @Override
    public String type() {
        return "sasrec";
    }

    @Override
    public boolean owns(Checkpoint checkpoint) {
        return SasRecNames.of(checkpoint).isPresent();
    }

    @Override
    public List<String> candidates(Checkpoint checkpoint, ModelConfig config) {
        return fitting(checkpoint, config).stream().map(SasRecVariant::key).toList();
    }

    @Override
    public List<String> missing(Checkpoint checkpoint, ModelConfig config) {
        List<String> missing = new ArrayList<>();
        if (fitting(checkpoint, config).size() > 1 && config.text(VARIANT).isEmpty()) {
            missing.add(VARIANT);
        }
        if (heads(new HyperParameters(checkpoint, config)).isEmpty()) {
            missing.add(HEADS);
        }
        return missing;
    }

    @Override
    public RecommenderModel open(Checkpoint checkpoint, ModelConfig config, FeatureTables features) {
        HyperParameters settings = new HyperParameters(checkpoint, config);
        settings.modelName("SASRec");
        List<String> missing = missing(checkpoint, config);
        if (!missing.isEmpty()) {
            throw mustChoose(checkpoint, config, missing);
        }
        return new SasRecReader(checkpoint, settings, variant(checkpoint, config))
                .read(heads(settings).orElseThrow());
    }

    private static Optional<Integer> heads(HyperParameters settings) {
        return settings.integer(HEADS, "n_heads");
    }

    private static SasRecVariant variant(Checkpoint checkpoint, ModelConfig config) {
        List<SasRecVariant> fitting = fitting(checkpoint, config);
        if (config.text(VARIANT).isEmpty()) {
            return fitting.get(0);
        }
        String chosen = config.text(VARIANT).get();
        return fitting.stream()
                .filter(v -> v.key().equals(chosen))
                .findFirst()
                .orElseThrow(() -> new DataException(Problem.of("the tensors are not those of variant '" + chosen + "'")
                        .at(checkpoint.file().toString())
                        .expected("variant " + names(fitting) + evidence(checkpoint))
                        .found("\"variant\": \"" + chosen + "\" in " + config.source())
                        .fix("correct \"variant\""
                                + (SasRecNames.isPmixer(checkpoint)
                                        ? ", or set \"" + WINDOW + "\" if the window is unusual"
                                        : ""))));
    }

    /**
     * Variants with these tensor names. The pmixer codes differ in the position table alone: one row a slot in 2020, one
     * more for padding later. The window is not in the file; unless config.json states it, it is taken to be a multiple
     * of ten where that settles the matter.
     */
    private static List<SasRecVariant> fitting(Checkpoint checkpoint, ModelConfig config) {
        SasRecNames names = SasRecNames.of(checkpoint).orElseThrow();
        if (names != SasRecNames.PMIXER) {
            return List.of(names == SasRecNames.RECBOLE ? SasRecVariant.RECBOLE : SasRecVariant.ICLREC);
        }
        int rows = new WeightReader(checkpoint).tableShape(names.positions())[0];
        Optional<Integer> window = config.integer(WINDOW);
        boolean may2020 = window.map(w -> rows == w).orElse(rows % 10 != 1);
        boolean mayLater = window.map(w -> rows == w + 1).orElse(rows % 10 != 0);
        List<SasRecVariant> fitting = new ArrayList<>();
        if (may2020 || !mayLater) {
            fitting.add(SasRecVariant.PMIXER_2020);
        }
        if (mayLater || !may2020) {
            fitting.add(SasRecVariant.PMIXER_2024);
            fitting.add(SasRecVariant.PMIXER_2025);
            fitting.add(SasRecVariant.PMIXER_2025_NORM_FIRST);
        }
        return fitting;
    }

    private static String evidence(Checkpoint checkpoint) {
        if (!SasRecNames.isPmixer(checkpoint)) {
            return ", which the tensor names show";
        }
        return ", which the "
                + checkpoint.tensor(SasRecNames.PMIXER.positions()).dim(0) + " rows of "
                + SasRecNames.PMIXER.positions() + " show";
    }

    private static DataException mustChoose(Checkpoint checkpoint, ModelConfig config, List<String> missing) {
        List<String> expected = new ArrayList<>();
        List<String> variants = List.of();
        List<Integer> heads = List.of();
        if (missing.contains(VARIANT)) {
            expected.add("variant " + names(fitting(checkpoint, config)));
            variants =
                    fitting(checkpoint, config).stream().map(SasRecVariant::key).toList();
        }
        if (missing.contains(HEADS)) {
            int hidden = new WeightReader(checkpoint)
                    .tableShape(SasRecNames.of(checkpoint).orElseThrow().items())[1];
            expected.add(HEADS + ", a divisor of " + hidden);
            heads = Heads.sharing(hidden);
        }
        String entries = missing.stream().map(m -> "\"" + m + "\"").collect(Collectors.joining(" and "));
        Problem problem = Problem.of("the file does not tell which computation it was trained for")
                .at(checkpoint.file().toString())
                .expected(String.join("; ", expected))
                .found(
                        config.source().isEmpty()
                                ? "no config.json"
                                : "neither in the checkpoint nor in " + config.source())
                .fix("set " + entries + " in config.json or pass --config");
        return new DataException(problem, new ModelChoice(checkpoint.file(), "sasrec", variants, heads));
    }

    private static String names(List<SasRecVariant> variants) {
        return variants.stream().map(SasRecVariant::key).collect(Collectors.joining(" or "));
    }
}
