package reclens.inference;

import java.util.Arrays;
import java.util.Optional;
import reclens.domain.Padding;

/** The six computations that go by the name of SASRec; see the methods for what tells them apart. */
enum SasRecVariant {
    RECBOLE("recbole", Padding.RIGHT, NormPlacement.POST, "gelu", 1e-12),
    ICLREC("iclrec", Padding.LEFT, NormPlacement.POST, "gelu", 1e-12),
    PMIXER_2020("pmixer-2020", Padding.LEFT, NormPlacement.QUERY, "relu", 1e-8),
    PMIXER_2024("pmixer-2024", Padding.LEFT, NormPlacement.QUERY, "relu", 1e-8),
    PMIXER_2025("pmixer-2025", Padding.LEFT, NormPlacement.POST, "relu", 1e-8),
    PMIXER_2025_NORM_FIRST("pmixer-2025-norm-first", Padding.LEFT, NormPlacement.PRE, "relu", 1e-8);

    private final String key;
    private final Padding padding;
    private final NormPlacement placement;
    private final String usualActivation;
    private final double usualEps;

    SasRecVariant(String key, Padding padding, NormPlacement placement, String usualActivation, double usualEps) {
        this.key = key;
        this.padding = padding;
        this.placement = placement;
        this.usualActivation = usualActivation;
        this.usualEps = usualEps;
    }

    /** The name in {@code config.json}. */
    String key() {
        return key;
    }

    static Optional<SasRecVariant> of(String key) {
        return Arrays.stream(values()).filter(v -> v.key.equals(key)).findFirst();
    }

    Padding padding() {
        return padding;
    }

    NormPlacement placement() {
        return placement;
    }

    String usualActivation() {
        return usualActivation;
    }

    double usualEps() {
        return usualEps;
    }

    /** pmixer's code has no key padding mask, so padding slots receive attention; the others mask them. */
    boolean isPmixer() {
        return this != RECBOLE && this != ICLREC;
    }

    /** From 2024 on, row 0 of pmixer's position table belongs to padding and slot s has row s + 1. */
    boolean hasPaddingPosition() {
        return isPmixer() && this != PMIXER_2020;
    }

    int positionRow(int slot) {
        return hasPaddingPosition() ? slot + 1 : slot;
    }
}
