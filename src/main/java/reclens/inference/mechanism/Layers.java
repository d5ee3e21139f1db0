package reclens.inference.mechanism;

import java.util.function.DoubleUnaryOperator;
import reclens.domain.DoubleTensor;

/** Layers around attention: normalisations, activations, PyTorch's encoder layer and a stack of them. */
final class Layers {
    private static final double DEFAULT_EPS = 1e-5;

    private Layers() {}

    static void layerNorm(Operands in, Steps steps) {
        steps.add(
                "output",
                layerNorm(in, "", in.input("x"), in.params().number("eps").orElse(DEFAULT_EPS)));
    }

    /** (x - mean) / sqrt(biased variance + eps) over the last axis, times weight plus bias. */
    static DoubleTensor layerNorm(Operands in, String prefix, DoubleTensor x, double eps) {
        int d = x.dim(-1);
        double[] out = x.values().clone();
        for (int r = 0; r < out.length; r += d) {
            double mean = 0;
            for (int i = 0; i < d; i++) {
                mean += out[r + i] / d;
            }
            double variance = 0;
            for (int i = 0; i < d; i++) {
                variance += (out[r + i] - mean) * (out[r + i] - mean) / d;
            }
            double rstd = 1 / Math.sqrt(variance + eps);
            for (int i = 0; i < d; i++) {
                out[r + i] = (out[r + i] - mean) * rstd;
            }
        }
        DoubleTensor y = TensorOps.multiply(DoubleTensor.of(out, x.dims()), in.weight(prefix + "weight", d));
        return in.optionalWeight(prefix + "bias", d)
                .map(b -> TensorOps.add(y, b))
                .orElse(y);
    }

    /** The setting {@code function}, or the name of the case. */
    static void activation(Operands in, Steps steps) {
        String name = in.params().text("function").orElse(in.caseName());
        steps.add("output", TensorOps.map(in.input("x"), function(in, "function", name)));
    }

    private static DoubleUnaryOperator function(Operands in, String setting, String name) {
        DoubleUnaryOperator function = Functions.ACTIVATIONS.get(name);
        if (function == null) {
            throw in.refuse(
                    "params." + setting,
                    "unknown activation",
                    "one of " + String.join(", ", Functions.ACTIVATIONS.keySet()),
                    name.isEmpty() ? "nothing" : "'" + name + "'");
        }
        return function;
    }

    static void softmax(Operands in, Steps steps) {
        SoftmaxAttention.weights(steps, in.input("x"), Masks.of(in));
        steps.add("output", steps.tensors().get(steps.label("weights")));
    }

    /** Batch normalisation with running statistics, then RecBole's Dice, whose constant alpha of 0 makes it x sigmoid(x). */
    static void batchNormDice(Operands in, Steps steps) {
        DoubleTensor x = in.input("x", "B", "D");
        int d = x.dim(1);
        double eps = in.params().number("eps").orElse(DEFAULT_EPS);
        DoubleTensor rstd = TensorOps.map(in.weight("running_var", d), v -> 1 / Math.sqrt(v + eps));
        DoubleTensor centred = TensorOps.zip(x, in.weight("running_mean", d), (a, m) -> a - m);
        DoubleTensor scaled = TensorOps.multiply(TensorOps.multiply(centred, rstd), in.weight("weight", d));
        DoubleTensor bn = steps.add("bn", TensorOps.add(scaled, in.weight("bias", d)));
        steps.add("dice_alpha0", TensorOps.map(bn, v -> v * Functions.sigmoid(v)));
    }

    /** {@code torch.nn.TransformerEncoderLayer}: self-attention and feed-forward, norm before or after. */
    static void encoderLayer(Operands in, Steps steps) {
        encoderLayer(in, steps, in.input("x"));
    }

    /** Several encoder layers, weights {@code layers.0.*}, {@code layers.1.*}, ..., and a last {@code norm.*} if present. */
    static void encoder(Operands in, Steps steps) {
        int layers = in.layers("layers.%d.");
        if (layers == 0) {
            in.weight("layers.0.self_attn.in_proj_weight"); // says what is missing
        }
        DoubleTensor x = in.input("x");
        for (int i = 0; i < layers; i++) {
            String layer = "layers." + i + ".";
            x = encoderLayer(in.scoped(layer), steps.scoped(layer, ""), x);
        }
        if (in.hasWeight("norm.weight")) {
            x = layerNorm(in, "norm.", x, in.params().number("layer_norm_eps").orElse(DEFAULT_EPS));
        }
        steps.add("output", x);
    }

    /** Self-attention layers one after the other, weights {@code layers.0.*}, {@code layers.1.*}, ...; no residual. */
    static void stackedAttention(Operands in, Steps steps) {
        int layers = in.layers("layers.%d.");
        if (layers == 0) {
            in.weight("layers.0.in_proj_weight"); // says what is missing
        }
        DoubleTensor x = in.input("x");
        for (int i = 0; i < layers; i++) {
            String layer = "layers." + i + ".";
            x = MultiheadAttention.run(
                    in.scoped(layer), steps.scoped(layer, ""), x, x, x, Masks.of(in), MultiheadAttention.heads(in));
        }
        steps.add("output", x);
    }

    private static DoubleTensor encoderLayer(Operands in, Steps steps, DoubleTensor x) {
        double eps = in.params().number("layer_norm_eps").orElse(DEFAULT_EPS);
        if (in.params().flag("norm_first").orElse(false)) {
            DoubleTensor y = steps.add("norm1", layerNorm(in, "norm1.", x, eps));
            DoubleTensor middle = steps.add("residual1", TensorOps.add(x, attention(in, steps, y)));
            DoubleTensor z = steps.add("norm2", layerNorm(in, "norm2.", middle, eps));
            return steps.add("output", TensorOps.add(middle, feedForward(in, steps, z)));
        }
        DoubleTensor sum = steps.add("residual1", TensorOps.add(x, attention(in, steps, x)));
        DoubleTensor middle = steps.add("norm1", layerNorm(in, "norm1.", sum, eps));
        DoubleTensor sum2 = steps.add("residual2", TensorOps.add(middle, feedForward(in, steps, middle)));
        return steps.add("output", layerNorm(in, "norm2.", sum2, eps));
    }

    private static DoubleTensor attention(Operands in, Steps steps, DoubleTensor x) {
        return MultiheadAttention.run(
                in.scoped("self_attn."),
                steps.scoped("self_attn.", ""),
                x,
                x,
                x,
                Masks.of(in),
                MultiheadAttention.heads(in));
    }

    private static DoubleTensor feedForward(Operands in, Steps steps, DoubleTensor x) {
        DoubleTensor w1 = in.weight("linear1.weight", "F", x.dim(-1));
        DoubleTensor hidden = TensorOps.linear(
                x, w1, in.optionalWeight("linear1.bias", w1.dim(0)).orElse(null));
        DoubleUnaryOperator f =
                function(in, "activation", in.params().text("activation").orElse("relu"));
        hidden = steps.add("feed_forward_hidden", TensorOps.map(hidden, f));
        return steps.add(
                "feed_forward",
                TensorOps.linear(
                        hidden,
                        in.weight("linear2.weight", x.dim(-1), w1.dim(0)),
                        in.optionalWeight("linear2.bias", x.dim(-1)).orElse(null)));
    }
}
