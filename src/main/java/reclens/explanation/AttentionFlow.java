package reclens.explanation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jgrapht.alg.flow.DinicMFImpl;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleDirectedWeightedGraph;
import reclens.domain.AttentionMap;
import reclens.domain.AttentionTrace;
import reclens.inference.RecommenderModel;

/**
 * A3: attention flow (Abnar and Zuidema 2020, arXiv 2005.00928). In a graph with a node per layer and slot and the weights of
 * {@code mean head + I}, rows normalised, as capacities, the largest flow from the scoring slot of the top to each slot of the
 * bottom; the flows are normalised to add up to 1.
 *
 * <p>Padding slots that receive attention are nodes of their own: they are alike and read nothing but the padding before
 * them, each as much.
 */
record AttentionFlow() implements ExplanationMethod {

    @Override
    public Optional<String> refusal(RecommenderModel model) {
        return new AttentionRollout().refusal(model);
    }

    @Override
    public Attribution attribute(AttributionContext context) {
        AttentionTrace trace = ScoringStream.of(context.trace().get());
        int n = context.input().length();
        int rows = trace.map(0, 0).rows(); // events, and the mask slot where the model has one
        int padding = rows == 0 ? 0 : trace.paddingSlots();
        double[][][] steps = IntStream.range(0, trace.layers())
                .mapToObj(layer -> step(trace, layer, rows, padding))
                .toArray(double[][][]::new);
        double[] flows = flows(context, steps, rows + padding, rows - 1);
        double sum = java.util.Arrays.stream(flows).sum();
        double[] shares = java.util.Arrays.stream(flows)
                .map(flow -> sum == 0 ? 0 : flow / sum)
                .toArray();
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("layers", trace.layers());
        details.put("heads", "mean");
        details.put("normalisation", "sum");
        ScoringStream.describe(context.trace().get(), java.util.Arrays.copyOf(shares, rows), details);
        double onPadding = java.util.Arrays.stream(shares).skip(rows).sum();
        return new Attribution(Method.FLOW, java.util.Arrays.copyOf(shares, n), onPadding, details);
    }

    /** Capacities of one layer, rows of (mean head + I) normalised: the trace's slots, then those of padding. */
    private static double[][] step(AttentionTrace trace, int layer, int rows, int padding) {
        double[][] step = new double[rows + padding][rows + padding];
        for (int head = 0; head < trace.heads(); head++) {
            AttentionMap map = trace.map(layer, head);
            for (int q = 0; q < rows; q++) {
                for (int k = 0; k < rows; k++) {
                    step[q][k] += (double) map.weight(q, k) / trace.heads();
                }
                for (int slot = rows; slot < rows + padding; slot++) {
                    step[q][slot] += (double) map.paddingMass()[q] / padding / trace.heads();
                }
            }
        }
        for (int slot = 0; slot < padding; slot++) {
            for (int earlier = 0; earlier <= slot; earlier++) {
                step[rows + slot][rows + earlier] = 1.0 / (slot + 1);
            }
        }
        for (int q = 0; q < step.length; q++) {
            step[q][q] += 1;
            double sum = java.util.Arrays.stream(step[q]).sum();
            for (int k = 0; k < step.length; k++) {
                step[q][k] /= sum;
            }
        }
        return step;
    }

    /** Largest flows from {@code from} at the top to each slot at the bottom. */
    static double[] flows(AttributionContext context, double[][][] steps, int slots, int from) {
        int layers = steps.length;
        double[] flows = new double[slots];
        if (slots == 0 || layers == 1) {
            return slots == 0 ? flows : steps[0][from].clone();
        }
        // Of the bottom layer only the edges into the slot in question carry flow, so one sink stands for each in turn.
        var graph = new SimpleDirectedWeightedGraph<Integer, DefaultWeightedEdge>(DefaultWeightedEdge.class);
        int source = -1;
        int sink = -2;
        graph.addVertex(source);
        graph.addVertex(sink);
        IntStream.range(0, slots * (layers - 1)).forEach(graph::addVertex); // (layer, slot) from layer 1 up
        for (int slot = 0; slot < slots; slot++) {
            connect(graph, source, (layers - 2) * slots + slot, steps[layers - 1][from][slot]);
        }
        for (int layer = layers - 2; layer >= 1; layer--) {
            for (int q = 0; q < slots; q++) {
                for (int k = 0; k < slots; k++) {
                    connect(graph, layer * slots + q, (layer - 1) * slots + k, steps[layer][q][k]);
                }
            }
        }
        for (int slot = 0; slot < slots; slot++) {
            context.cancellation().check();
            context.progress().progress("progress.explaining", (double) slot / slots);
            for (int q = 0; q < slots; q++) {
                graph.removeEdge(q, sink);
                connect(graph, q, sink, steps[0][q][slot]);
            }
            flows[slot] = new DinicMFImpl<>(graph).getMaximumFlowValue(source, sink);
        }
        return flows;
    }

    private static void connect(
            SimpleDirectedWeightedGraph<Integer, DefaultWeightedEdge> graph, int from, int to, double capacity) {
        if (capacity > 0) {
            graph.setEdgeWeight(graph.addEdge(from, to), capacity);
        }
    }
}
