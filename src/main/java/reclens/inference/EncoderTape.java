package reclens.inference;

import java.util.ArrayList;
import java.util.List;

/** One sequence's way through an encoder, kept for the way back to the rows [R, D] that entered it. */
final class EncoderTape {
    private final List<BlockTape> blocks;

    private EncoderTape(List<BlockTape> blocks) {
        this.blocks = blocks;
    }

    /**
     * @param x [R, D], not changed
     * @param segment a whole sequence, without a prefix
     */
    static EncoderTape run(Encoder encoder, Kernels k, float[] x, Segment segment) {
        List<BlockTape> tapes = new ArrayList<>();
        float[] states = x;
        int last = encoder.blocks().size() - 1;
        for (int l = 0; l <= last; l++) {
            float[] padding = segment.padding() == 0 ? null : encoder.paddingRows()[l];
            BlockTape tape =
                    new BlockTape(encoder.blocks().get(l), encoder.heads(), padding, k, states, segment, l == last);
            tapes.add(tape);
            states = tape.output();
        }
        return new EncoderTape(tapes);
    }

    /** Final state [D] of the result row. */
    float[] result() {
        return blocks.get(blocks.size() - 1).output();
    }

    /**
     * @param dResult gradient of the result [D]; overwritten
     * @return gradient of the rows that entered [R, D]
     */
    float[] backward(BackwardKernels back, float[] dResult) {
        float[] gradient = dResult;
        for (int l = blocks.size() - 1; l >= 0; l--) {
            gradient = blocks.get(l).backward(back, gradient);
        }
        return gradient;
    }
}
