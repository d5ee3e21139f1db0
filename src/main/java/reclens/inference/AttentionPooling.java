package reclens.inference;

import java.util.Arrays;
import java.util.List;
import reclens.domain.AttentionMap;
import reclens.domain.AxisKind;

/**
 * Softmax over the events, a weighted sum, a score: {@code feature_attention} and {@code encoder_attention_decoder}. With
 * E = encoder(X) [n, H], A = softmax over the events of attention(E), either one weight per event [n, 1] or one per event and
 * feature [n, H]; c = sum_i A_i E_i [H]; the scores are decoder(c), or one score decoder([c ; x]) for a candidate's row x [D].
 * A hidden event has weight 0 and the others share its part.
 */
final class AttentionPooling extends EventModel {
    /**
     * @param encoder D to H; without layers where events are pooled as they are
     * @param attention H to 1 or H
     * @param decoder H to I, or H + D to 1; its last layer is {@code head}'s
     * @param head the last layer where there is one output per item; null where a candidate is scored on its own
     */
    record Parts(Network encoder, Network attention, Network decoder, ItemHead head) {}

    private final Parts parts;
    private final int d; // D
    private final int h; // H
    private final int width; // weights per event, 1 or H

    AttentionPooling(ModelCard card, Matrix table, Parts parts) {
        super(card, table);
        this.parts = parts;
        this.d = table.columns();
        this.h = parts.encoder().out(d);
        this.width = parts.attention().out(h);
    }

    /**
     * @param encoded outputs of each layer of the encoder; the last is E [n, H]
     * @param logits outputs of each layer of the attention network
     * @param weights A [n, width]
     * @param context c [H]
     */
    private record Pass(float[][] encoded, float[][] logits, float[] weights, float[] context) {
        float[] states() {
            return encoded[encoded.length - 1];
        }
    }

    private Pass run(Kernels k, Events events) {
        int n = events.count();
        float[][] encoded = parts.encoder().run(k, lookUp(events), n);
        float[] e = encoded[encoded.length - 1];
        float[][] logits = parts.attention().run(k, e, n);
        float[] weights = logits[logits.length - 1].clone();
        for (int c = 0; c < width; c++) {
            Softmax.apply(weights, c, n, width, events.hidden());
        }
        float[] context = new float[h];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < h; j++) {
                context[j] += weights[i * width + j % width] * e[i * h + j];
            }
        }
        return new Pass(encoded, logits, weights, context);
    }

    @Override
    boolean perCandidate() {
        return false; // where a candidate is scored on its own, it comes in after the attention
    }

    @Override
    float[] scores(Kernels k, Events events, int[] targets) {
        float[] context = run(k, events).context;
        if (parts.head() != null) {
            float[][] outputs = before().run(k, context, 1);
            return parts.head().scores(k, outputs[outputs.length - 1], targets);
        }
        int[] candidates = targets == null ? axis(card().itemCount()) : targets;
        float[] rows = rows(candidates);
        float[] joined = new float[candidates.length * (h + d)];
        for (int c = 0; c < candidates.length; c++) {
            System.arraycopy(context, 0, joined, c * (h + d), h);
            System.arraycopy(rows, c * d, joined, c * (h + d) + h, d);
        }
        return parts.decoder().forward(k, joined, candidates.length);
    }

    /** The decoder without its last layer, which scores only the items that are asked for. */
    private Network before() {
        List<Dense> layers = parts.decoder().layers();
        return new Network(layers.subList(0, layers.size() - 1), parts.decoder().activation(), true);
    }

    /** [n, width] to [width, n]. */
    private float[] turned(float[] weights, int n) {
        float[] turned = new float[weights.length];
        for (int i = 0; i < n; i++) {
            for (int c = 0; c < width; c++) {
                turned[c * n + i] = weights[i * width + c];
            }
        }
        return turned;
    }

    @Override
    List<AttentionMap> maps(Kernels k, Events events, int[] candidates) {
        int n = events.count();
        float[] turned = turned(run(k, events).weights, n);
        boolean one = width == 1;
        return List.of(new AttentionMap(
                "items",
                0,
                0,
                one ? AxisKind.POOL : AxisKind.FIELD,
                AxisKind.EVENT,
                axis(width),
                axis(n),
                turned,
                new float[width],
                false,
                "softmax"));
    }

    @Override
    float[] backward(Kernels k, Events events, int target, WeightSlopes kept) {
        int n = events.count();
        Pass pass = run(k, events);
        float[] dContext = contextGradient(k, pass.context, target);
        float[] e = pass.states();
        float[] dWeights = new float[n * width];
        float[] dStates = new float[n * h];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < h; j++) {
                int w = i * width + j % width;
                dStates[i * h + j] = pass.weights[w] * dContext[j];
                dWeights[w] += dContext[j] * e[i * h + j];
            }
        }
        if (kept != null) { // each feature with weights of its own is a head
            kept.keep(n, width, false, 0, turned(pass.weights, n), turned(dWeights, n));
        }
        for (int c = 0; c < width; c++) {
            Softmax.back(dWeights, pass.weights, c, n, width);
        }
        k.add(dStates, parts.attention().backward(k, pass.logits, dWeights, n), dStates.length);
        return parts.encoder().backward(k, pass.encoded, dStates, n);
    }

    private float[] contextGradient(Kernels k, float[] context, int target) {
        if (parts.head() != null) {
            float[][] outputs = before().run(k, context, 1);
            return before().backward(k, outputs, parts.head().row(target), 1);
        }
        float[] joined = Arrays.copyOf(context, h + d);
        System.arraycopy(rows(new int[] {target}), 0, joined, h, d);
        float[][] outputs = parts.decoder().run(k, joined, 1);
        return Arrays.copyOf(parts.decoder().backward(k, outputs, new float[] {1}, 1), h);
    }
}
