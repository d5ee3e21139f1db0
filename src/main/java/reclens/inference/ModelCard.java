package reclens.inference;

import java.util.List;
import reclens.domain.ItemVocabulary;
import reclens.domain.Padding;

/**
 * What one needs to know of an opened model to use it and to describe it.
 *
 * @param type such as {@code sasrec}
 * @param variant such as {@code recbole}; empty where the type has one computation
 * @param layers number of attention layers
 * @param heads heads per layer
 * @param hiddenSize D
 * @param windowLength events that the model reads at most
 * @param padding side of the unused slots
 * @param causal whether a query sees only itself and earlier keys
 * @param attendsToPadding whether unused slots receive attention
 * @param itemCount rows of the item table, I; indices 0 to I - 1
 * @param unrankable indices that are no items: padding, mask
 * @param assumptions what was not in the files and was taken for granted, in words for the user
 * @param traits what sets the model apart from a sequential one
 */
public record ModelCard(
        String type,
        String variant,
        int layers,
        int heads,
        int hiddenSize,
        int windowLength,
        Padding padding,
        boolean causal,
        boolean attendsToPadding,
        int itemCount,
        List<Integer> unrankable,
        List<String> assumptions,
        Traits traits) {

    /**
     * What sets a model apart from a sequential one whose attention rows sum to 1.
     *
     * @param dropsOldest whether the oldest event of the window is never read (BERT4Rec's original)
     * @param readsHistory whether events are read at all; AutoInt and AFM read fields of user and item only
     * @param pointwise whether a score is made for each candidate on its own; its probability is a sigmoid
     * @param rowsSumToOne whether attention is normalised; rollout is refused where it is not
     * @param fields names of the feature fields, in the order of the field axis; empty where there is none
     * @param eventsToEvents whether each attention map leads from all events to all events, as rollout needs it; false for one
     *     weight per event, or where items or fields are an axis
     * @param tokens {@code event:item} by the index of the model's token, for models that read events in place of items;
     *     empty for the others
     */
    public record Traits(
            boolean dropsOldest,
            boolean readsHistory,
            boolean pointwise,
            boolean rowsSumToOne,
            List<String> fields,
            boolean eventsToEvents,
            ItemVocabulary tokens) {
        public static final Traits SEQUENTIAL = new Traits(false, true, false, true, List.of());

        /** A sequential model with one weight per event, which sum to 1: attention pooling. */
        public static Traits oneWeightPerEvent() {
            return new Traits(false, true, false, true, List.of(), false, ItemVocabulary.EMPTY);
        }

        public Traits(
                boolean dropsOldest,
                boolean readsHistory,
                boolean pointwise,
                boolean rowsSumToOne,
                List<String> fields) {
            this(dropsOldest, readsHistory, pointwise, rowsSumToOne, fields, true, ItemVocabulary.EMPTY);
        }

        public Traits {
            fields = List.copyOf(fields);
        }
    }

    /** A sequential model. */
    public ModelCard(
            String type,
            String variant,
            int layers,
            int heads,
            int hiddenSize,
            int windowLength,
            Padding padding,
            boolean causal,
            boolean attendsToPadding,
            int itemCount,
            List<Integer> unrankable,
            List<String> assumptions) {
        this(
                type,
                variant,
                layers,
                heads,
                hiddenSize,
                windowLength,
                padding,
                causal,
                attendsToPadding,
                itemCount,
                unrankable,
                assumptions,
                Traits.SEQUENTIAL);
    }

    public ModelCard {
        unrankable = List.copyOf(unrankable);
        assumptions = List.copyOf(assumptions);
    }
}
