package reclens.ui.lab;

import java.util.Comparator;
import java.util.List;
import reclens.domain.DoubleTensor;
import reclens.domain.MechanismTrace;

/**
 * The matrices that the steps of a trace are made of: a step [B, H, Lq, Lk] has B x H of them, one beside it [B, L, E] only B.
 *
 * @param trace the steps
 * @param lead sizes of the axes before the last two, of the step that has most of them
 */
record StepSlices(MechanismTrace trace, List<Integer> lead) {

    static StepSlices of(MechanismTrace trace) {
        List<Integer> lead = trace.steps().entrySet().stream()
                .filter(step -> !lengthFirst(trace, step.getKey(), step.getValue()))
                .map(step -> lead(step.getValue()))
                .max(Comparator.<List<Integer>>comparingInt(List::size).thenComparingInt(StepSlices::product))
                .orElseThrow();
        return new StepSlices(trace, lead);
    }

    private static List<Integer> lead(DoubleTensor tensor) {
        return tensor.shape().subList(0, Math.max(0, tensor.rank() - 2));
    }

    private static int product(List<Integer> sizes) {
        return sizes.stream().mapToInt(Integer::intValue).reduce(1, Math::multiplyExact);
    }

    int count() {
        return product(lead);
    }

    /** Index on each axis of {@link #lead()}. */
    int[] place(int slice) {
        int[] place = new int[lead.size()];
        int rest = slice;
        for (int axis = lead.size() - 1; axis >= 0; axis--) {
            place[axis] = rest % lead.get(axis);
            rest /= lead.get(axis);
        }
        return place;
    }

    /** The matrix of a step at one place; of a step without heads, that of the same batch. */
    StepMatrix matrix(String step, int slice) {
        StepMatrix masked = null;
        if (StepRole.isWeights(step)) {
            String mask = step.substring(0, step.lastIndexOf('.') + 1) + "masked";
            masked = trace.steps().containsKey(mask) ? matrix(mask, slice) : null;
        }
        DoubleTensor tensor = trace.steps().get(step);
        StepRole role = StepRole.of(step, tensor.rank() == 2 && !lead.isEmpty());
        int[] place = place(slice);
        int columns = tensor.rank() == 0 ? 1 : tensor.dim(-1);
        if (lengthFirst(trace, step, tensor)) {
            int batch = place.length == 0 ? 0 : Math.min(place[0], tensor.dim(1) - 1);
            return new StepMatrix(step, role, tensor, tensor.dim(0), batch * columns, tensor.dim(1) * columns, masked);
        }
        int rows = tensor.rank() < 2 ? 1 : tensor.dim(-2);
        int at = 0;
        List<Integer> own = lead(tensor);
        for (int axis = 0; axis < own.size(); axis++) {
            at = at * own.get(axis) + Math.min(place[axis], own.get(axis) - 1);
        }
        return new StepMatrix(step, role, tensor, rows, at * rows * columns, columns, masked);
    }

    /** PyTorch's own order of axes, [L, B, E], which only the input and the output of an attention have. */
    private static boolean lengthFirst(MechanismTrace trace, String step, DoubleTensor tensor) {
        return Boolean.FALSE.equals(trace.input().params().get("batch_first"))
                && step.endsWith("output")
                && tensor.rank() == 3;
    }
}
