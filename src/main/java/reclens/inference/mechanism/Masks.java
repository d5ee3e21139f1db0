package reclens.inference.mechanism;

import java.util.Arrays;
import java.util.List;
import reclens.domain.DType;
import reclens.domain.DoubleTensor;

/**
 * Applies the masks of a case to scores [.., Lq, Lk]: {@code mask}, {@code attn_mask}, {@code src_mask} are broadcast to the
 * scores, booleans (true = not allowed) as negative infinity, numbers as a sum; {@code key_padding_mask} [B, Lk] hides keys
 * (true = padding); the setting {@code "causal": true} hides every key after the query.
 *
 * <p>Where all tensors are given as float32 the sum is rounded to float32, as the models do it: -1e9 then swallows a score, and -10000 all but
 * three of its decimals, which decides what a fully masked row becomes.
 */
final class Masks {
    private static final List<String> BROADCAST = List.of("mask", "attn_mask", "src_mask");

    private final Operands in;
    private final boolean causal;
    private final boolean keyMask;
    private int extraKeys;

    private Masks(Operands in, boolean causal, boolean keyMask) {
        this.in = in;
        this.causal = causal;
        this.keyMask = keyMask;
    }

    static Masks of(Operands in) {
        return new Masks(in, in.params().flag("causal").orElse(false), false);
    }

    /** As {@link #of}; {@code mask} may also be one of keys [B, Lk]. */
    static Masks withKeyMask(Operands in) {
        return new Masks(in, in.params().flag("causal").orElse(false), true);
    }

    /** No mask but the causal one. */
    static Masks causalOnly(Operands in) {
        return new Masks(in, true, false);
    }

    /** The last {@code count} keys were added by the mechanism and are never masked. */
    Masks withExtraKeys(int count) {
        extraKeys = count;
        return this;
    }

    boolean isEmpty() {
        return !causal && !in.hasInput("key_padding_mask") && BROADCAST.stream().noneMatch(in::hasInput);
    }

    /** The scores with all masks applied, [.., Lq, Lk]. */
    DoubleTensor apply(DoubleTensor scores) {
        DoubleTensor masked = scores;
        for (String name : BROADCAST) {
            if (in.hasInput(name)) {
                masked = apply(masked, fitted(name, scores));
            }
        }
        if (in.hasInput("key_padding_mask")) {
            masked = apply(masked, keys("key_padding_mask", scores));
        }
        return causal ? apply(masked, future(scores)) : masked;
    }

    private DoubleTensor apply(DoubleTensor scores, DoubleTensor mask) {
        if (mask.isBoolean()) {
            return TensorOps.zip(scores, mask, (s, m) -> m != 0 ? Double.NEGATIVE_INFINITY : s);
        }
        boolean rounded = in.inFloat32();
        // Rounding a score that no number is added to would only lose digits.
        return TensorOps.zip(scores, mask, (s, m) -> m == 0 ? s : rounded ? (float) s + (float) m : s + m);
    }

    private DoubleTensor fitted(String name, DoubleTensor scores) {
        DoubleTensor mask = in.input(name);
        List<Integer> given = givenShape(scores);
        if (keyMask && mask.rank() == scores.rank() - 1 && mask.dim(-1) == given.get(given.size() - 1)) {
            return keys(name, scores);
        }
        if (mask.rank() == 3 && scores.rank() == 4 && mask.dim(0) == scores.dim(0) * scores.dim(1)) {
            mask = TensorOps.reshape(mask, scores.dim(0), scores.dim(1), mask.dim(1), mask.dim(2));
        }
        if (!TensorOps.broadcasts(mask, given)) {
            throw in.refuse(
                    "inputs." + name,
                    "the mask does not fit the scores",
                    "a shape that can be broadcast to " + given,
                    mask.shape().toString());
        }
        return padded(mask, given.get(given.size() - 1));
    }

    /** A mask [B, Lk] (or [Lk]) as [B, 1, .., 1, Lk]. */
    private DoubleTensor keys(String name, DoubleTensor scores) {
        List<Integer> given = givenShape(scores);
        int lk = given.get(given.size() - 1);
        DoubleTensor mask = in.input(name);
        if (scores.rank() == 2) {
            in.checked("inputs." + name, mask, lk);
            return padded(TensorOps.reshape(mask, 1, lk), lk);
        }
        in.checked("inputs." + name, mask, scores.dim(0), lk);
        int[] shape = new int[scores.rank()];
        Arrays.fill(shape, 1);
        shape[0] = scores.dim(0);
        shape[shape.length - 1] = lk;
        return padded(TensorOps.reshape(mask, shape), lk);
    }

    private DoubleTensor future(DoubleTensor scores) {
        int lq = scores.dim(-2);
        int lk = scores.dim(-1);
        double[] values = new double[lq * lk];
        for (int q = 0; q < lq; q++) {
            Arrays.fill(values, q * lk + Math.min(q + 1, lk - extraKeys), (q + 1) * lk - extraKeys, 1);
        }
        return new DoubleTensor(DType.BOOL, List.of(lq, lk), values);
    }

    private List<Integer> givenShape(DoubleTensor scores) {
        int[] shape = scores.dims();
        shape[shape.length - 1] -= extraKeys;
        return Arrays.stream(shape).boxed().toList();
    }

    private DoubleTensor padded(DoubleTensor mask, int lk) {
        if (extraKeys == 0 || mask.dim(-1) != lk) {
            return mask;
        }
        int[] shape = mask.dims();
        shape[shape.length - 1] = extraKeys;
        int size = Arrays.stream(shape).reduce(1, Math::multiplyExact);
        return TensorOps.concat(
                mask,
                new DoubleTensor(mask.dtype(), Arrays.stream(shape).boxed().toList(), new double[size]),
                1);
    }
}
