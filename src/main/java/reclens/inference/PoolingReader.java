package reclens.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import reclens.domain.Checkpoint;
import reclens.domain.DataException;
import reclens.domain.FeatureTables;
import reclens.domain.ModelConfig;
import reclens.domain.Problem;

/** Opens the two models of {@link AttentionPooling}: their networks by name, activations and window from the configuration. */
final class PoolingReader {
    static final String EMBEDDING = "embedding.weight";
    static final String ENCODER = "encoder";
    static final String ATTENTION = "attention";
    private static final String ACTIVATION = "hidden_act";
    private static final String ATTENTION_ACTIVATION = "attention_act";

    private final Checkpoint checkpoint;
    private final ModelConfig config;
    private final WindowedReader reader;
    private final WeightReader weights;

    PoolingReader(Checkpoint checkpoint, ModelConfig config) {
        this.checkpoint = checkpoint;
        this.config = config;
        this.reader = new WindowedReader(checkpoint, config);
        this.weights = reader.weights();
    }

    /** @param output name of the last network */
    static List<String> missing(Checkpoint checkpoint, ModelConfig config, String output) {
        List<String> missing = new ArrayList<>(WindowLength.missing(checkpoint, config));
        missing.addAll(EventTable.missing(checkpoint, config, EMBEDDING));
        boolean between = Stream.of(ENCODER, ATTENTION, output).anyMatch(name -> Layers.several(checkpoint, name));
        if (between && !config.values().containsKey(ACTIVATION)) {
            missing.add(ACTIVATION);
        }
        return missing;
    }

    /**
     * @param encoded whether there is an encoder
     * @param output name of the last network
     */
    AttentionPooling open(String type, FeatureTables features, boolean encoded, String output) {
        int outputs = outputs(output);
        EventTable events =
                EventTable.read(checkpoint, config, weights, features, EMBEDDING, outputs == 1 ? 0 : outputs);
        int d = events.rows().columns();
        Network.Squash squash = activation(output, encoded);
        Network encoder = new Network(encoded ? Layers.read(checkpoint, weights, ENCODER, d) : List.of(), squash, true);
        int h = encoder.out(d);
        Network attention = new Network(
                Layers.read(checkpoint, weights, ATTENTION, h), activation(ATTENTION_ACTIVATION, squash), false);
        if (attention.out(h) != 1 && attention.out(h) != h) {
            throw new DataException(Problem.of("the attention has the wrong number of outputs")
                    .at(checkpoint.file().toString())
                    .expected("1, a weight per event, or " + h + ", a weight per event and feature")
                    .found(String.valueOf(attention.out(h))));
        }
        boolean pointwise = outputs == 1;
        if (pointwise) {
            events.requireItems(checkpoint);
        }
        Network decoder = new Network(Layers.read(checkpoint, weights, output, pointwise ? h + d : h), squash, false);
        Leftovers.refuse(checkpoint, weights);
        reader.settings().shown("hidden_size", "hidden_size", h, encoded ? ENCODER : EMBEDDING);
        ModelCard card = reader.card(
                type,
                d,
                pointwise ? events.rows().rows() : outputs,
                new ModelCard.Traits(
                        false, true, pointwise, true, fields(events, attention.out(h)), false, events.tokens()));
        List<Dense> layers = decoder.layers();
        ItemHead head =
                pointwise ? null : new ItemHead(layers.get(layers.size() - 1).layer());
        return new AttentionPooling(card, events.rows(), new AttentionPooling.Parts(encoder, attention, decoder, head));
    }

    /** Names of the axis of features, where each has weights of its own. */
    private static List<String> fields(EventTable events, int width) {
        if (width == 1) {
            return List.of();
        }
        return events.numbers().size() == width
                ? events.numbers()
                : java.util.stream.IntStream.range(0, width)
                        .mapToObj(i -> "feature " + i)
                        .toList();
    }

    private int outputs(String output) {
        List<Integer> places = DinArchitecture.layers(checkpoint, output + ".");
        String last = checkpoint.has(output + ".weight") || places.isEmpty()
                ? output
                : output + "." + places.get(places.size() - 1);
        return weights.tableShape(last + ".weight")[0];
    }

    private Network.Squash activation(String output, boolean encoded) {
        boolean between = Stream.of(ENCODER, ATTENTION, output).anyMatch(name -> Layers.several(checkpoint, name));
        if (!between && !encoded) {
            return Network.Squash.NONE;
        }
        if (between && !config.values().containsKey(ACTIVATION)) {
            throw new DataException(Problem.of("the file does not tell which activation stands between its layers")
                    .at(checkpoint.file().toString())
                    .expected(ACTIVATION + ": " + names())
                    .fix("set \"" + ACTIVATION + "\" in config.json"));
        }
        return parse(reader.settings().textOr(ACTIVATION, ACTIVATION, "none", false));
    }

    private Network.Squash activation(String key, Network.Squash usual) {
        return config.values().containsKey(key) ? parse(config.text(key).orElseThrow()) : usual;
    }

    private Network.Squash parse(String name) {
        return Arrays.stream(Network.Squash.values())
                .filter(s -> s.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new DataException(Problem.of("activation '" + name + "' is not supported here")
                        .at(config.source())
                        .expected(names())
                        .found("'" + name + "'")));
    }

    private static String names() {
        return String.join(
                ", ",
                Arrays.stream(Network.Squash.values())
                        .map(s -> s.name().toLowerCase(Locale.ROOT))
                        .toList());
    }
}
