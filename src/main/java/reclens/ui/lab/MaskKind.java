package reclens.ui.lab;

/** The masks that the lab offers, and the input that each adds. */
enum MaskKind {
    NONE(""),
    CAUSAL(""),
    BOOLEAN("mask"),
    ADDITIVE("mask"),
    PADDING("key_padding_mask");

    private final String input;

    MaskKind(String input) {
        this.input = input;
    }

    /** Name of the tensor; empty where the mask is a setting or none. */
    String input() {
        return input;
    }
}
