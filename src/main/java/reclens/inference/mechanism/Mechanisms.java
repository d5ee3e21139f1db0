package reclens.inference.mechanism;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import reclens.domain.DataException;
import reclens.domain.DoubleTensor;
import reclens.domain.MechanismCase;
import reclens.domain.MechanismTrace;
import reclens.domain.Problem;

/** All mechanisms by name. A new one is a {@link Mechanism} and a line here. */
public final class Mechanisms {
    private static final Map<String, Mechanism> ALL = all();

    private Mechanisms() {}

    private static Map<String, Mechanism> all() {
        Map<String, Mechanism> all = new LinkedHashMap<>();
        all.put("scaled_dot_product", DotProducts::scaled);
        all.put("dot_product", DotProducts::plain);
        all.put("bilinear", DotProducts::bilinear);
        all.put("additive", AdditiveScores::additive);
        all.put("cosine", DotProducts::cosine);
        all.put("tanh_dot", DotProducts::tanhDot);
        all.put("adaptive", DotProducts::adaptive);
        all.put("sigmoid_cross", SigmoidAttention::run);
        all.put("din_mlp", DinActivation::run);
        all.put("attentive_pooling", AdditiveScores::pooling);
        all.put("torch.nn.MultiheadAttention", MultiheadAttention::run);
        all.put("stacked_self_attention", Layers::stackedAttention);
        all.put("torch.nn.TransformerEncoderLayer", Layers::encoderLayer);
        all.put("torch.nn.TransformerEncoder", Layers::encoder);
        all.put("LSTM", Recurrent::lstm);
        all.put("GRU", Recurrent::gru);
        all.put("LSTM+MHA", Recurrent::lstmThenAttention);
        all.put("LayerNorm", Layers::layerNorm);
        all.put("batchnorm_dice", Layers::batchNormDice);
        all.put("activation", Layers::activation);
        all.put("softmax", Layers::softmax);
        return all;
    }

    /** Names of all mechanisms, attention first. */
    public static List<String> names() {
        return List.copyOf(ALL.keySet());
    }

    /**
     * Computes every step.
     *
     * @throws DataException when the mechanism is unknown, or a tensor is missing or has the wrong shape
     */
    public static MechanismTrace run(MechanismCase input) {
        Mechanism mechanism = ALL.get(input.mechanism());
        if (mechanism == null) {
            throw new DataException(Problem.of("unknown mechanism '" + input.mechanism() + "'")
                    .at(input.source())
                    .expected("one of " + String.join(", ", names())));
        }
        Steps steps = new Steps();
        Operands operands = new Operands(input);
        mechanism.run(operands, steps);
        List<String> notes = new ArrayList<>(steps.notes());
        operands.unused()
                .forEach(name -> notes.add("The input '" + name + "' was not used; settings belong into \"params\"."));
        steps.tensors().forEach((name, t) -> noteUndefined(name, t, notes));
        return new MechanismTrace(input, steps.tensors(), notes);
    }

    private static void noteUndefined(String name, DoubleTensor t, List<String> notes) {
        long undefined =
                java.util.Arrays.stream(t.values()).filter(Double::isNaN).count();
        if (undefined > 0) {
            notes.add(name + ": " + undefined + " of " + t.values().length + " values are undefined (NaN).");
        }
    }
}
