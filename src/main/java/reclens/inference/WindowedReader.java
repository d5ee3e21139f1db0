package reclens.inference;

import java.util.List;
import java.util.stream.IntStream;
import reclens.domain.Checkpoint;
import reclens.domain.ModelConfig;
import reclens.domain.Padding;

/**
 * What models without a position table have in common: settings and weights of a checkpoint, a window that no tensor shows, and
 * one layer of attention over right-padded events.
 */
final class WindowedReader {
    private final Checkpoint checkpoint;
    private final HyperParameters settings;
    private final WeightReader weights;
    private final int window;

    /** @throws reclens.domain.DataException when neither checkpoint nor config.json tells the window */
    WindowedReader(Checkpoint checkpoint, ModelConfig config) {
        this(checkpoint, new HyperParameters(checkpoint, config));
    }

    private WindowedReader(Checkpoint checkpoint, HyperParameters settings) {
        this.checkpoint = checkpoint;
        this.settings = settings;
        this.window = WindowLength.require(settings, checkpoint);
        this.weights = new WeightReader(checkpoint);
    }

    /**
     * @param model the name that RecBole gives to the model
     * @throws reclens.domain.DataException when the checkpoint names another model, or nothing tells the window
     */
    static WindowedReader ofRecBole(Checkpoint checkpoint, ModelConfig config, String model) {
        HyperParameters settings = new HyperParameters(checkpoint, config);
        settings.modelName(model);
        return new WindowedReader(checkpoint, settings);
    }

    HyperParameters settings() {
        return settings;
    }

    WeightReader weights() {
        return weights;
    }

    /**
     * Number of layers of a recurrent network in PyTorch's names.
     *
     * @param prefix such as {@code gru.weight_ih_l}, which the layer's number follows
     * @param setting name of their number among the checkpoint's own settings
     */
    int recurrentLayers(String prefix, String setting) {
        int layers = (int) IntStream.range(0, 64)
                .takeWhile(l -> checkpoint.has(prefix + l))
                .count();
        return settings.shown("num_hidden_layers", setting, layers, prefix + "*");
    }

    /**
     * The card of a model with one head that masks its padding; for when everything is read, since it tells what was assumed.
     *
     * @param width size of the rows that events look up, D
     */
    ModelCard card(String type, int width, int items, ModelCard.Traits traits) {
        return card(type, 1, width, false, false, items, traits);
    }

    ModelCard card(
            String type,
            int heads,
            int width,
            boolean causal,
            boolean attendsToPadding,
            int items,
            ModelCard.Traits traits) {
        return new ModelCard(
                type,
                "",
                1,
                heads,
                width,
                window,
                Padding.RIGHT,
                causal,
                attendsToPadding,
                items,
                List.of(0),
                settings.assumptions(),
                traits);
    }
}
