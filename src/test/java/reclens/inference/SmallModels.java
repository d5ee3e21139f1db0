package reclens.inference;

/** Small models with random weights for tests of other packages. */
public final class SmallModels {
    private SmallModels() {}

    /** @param type any model type but {@code sasrec}; 24 items, 7 users, windows of at most 6 events */
    public static RecommenderModel open(String type) {
        return SmallGolden.read(type).open();
    }
}
