package reclens.inference;

import java.util.ArrayList;
import java.util.List;

/** The way of B copies of one sequence through an encoder, kept for the way back to the rows [B R, D] that entered it. */
final class EncoderTape {
    private final List<BlockTape> blocks;
    private final List<AttentionSlopes.Layer> slopes = new ArrayList<>();

    private EncoderTape(List<BlockTape> blocks) {
        this.blocks = blocks;
    }

    /**
     * @param x [B R, D], not changed
     * @param segment of each copy: a whole sequence, without a prefix
     */
    static EncoderTape run(Encoder encoder, Kernels k, float[] x, Segment segment, int copies) {
        List<BlockTape> tapes = new ArrayList<>();
        float[] states = x;
        int last = encoder.blocks().size() - 1;
        for (int l = 0; l <= last; l++) {
            float[] padding = segment.padding() == 0 ? null : encoder.paddingRows()[l];
            BlockTape tape = new BlockTape(
                    encoder.blocks().get(l), encoder.heads(), padding, k, states, segment, copies, l == last);
            tapes.add(tape);
            states = tape.output();
        }
        return new EncoderTape(tapes);
    }

    /** Final states [B, D] of the result rows. */
    float[] result() {
        return blocks.get(blocks.size() - 1).output();
    }

    /**
     * @param dResult gradient of the results [B, D]; overwritten
     * @param keepSlopes whether {@link #slopes()} is wanted
     * @return gradient of the rows that entered [B R, D]
     */
    float[] backward(BackwardKernels back, float[] dResult, boolean keepSlopes) {
        float[] gradient = dResult;
        slopes.clear();
        for (int l = blocks.size() - 1; l >= 0; l--) {
            BlockTape tape = blocks.get(l);
            float[] dWeights = keepSlopes ? tape.weightsShape() : null;
            gradient = tape.backward(back, gradient, dWeights);
            if (keepSlopes) {
                slopes.add(0, tape.slopes(dWeights));
            }
        }
        return gradient;
    }

    /** By layer, for the first copy; after {@link #backward}. */
    List<AttentionSlopes.Layer> slopes() {
        return List.copyOf(slopes);
    }

    /** By layer, for the first copy. */
    List<AttentionParts.Layer> parts() {
        return blocks.stream().map(BlockTape::parts).toList();
    }
}
