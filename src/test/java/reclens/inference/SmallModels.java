package reclens.inference;

/** Small models with random weights for tests of other packages. */
public final class SmallModels {
    private SmallModels() {}

    /** @param type {@code narm}, {@code stamp}, {@code din}, {@code autoint} or {@code afm}; 24 items, 7 users */
    public static RecommenderModel open(String type) {
        return SmallGolden.read(type).open();
    }
}
