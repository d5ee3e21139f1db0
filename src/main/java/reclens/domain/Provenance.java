package reclens.domain;

/**
 * What an explanation was made from; travels with every picture.
 *
 * @param application version of RecLens
 * @param modelType such as {@code sasrec}
 * @param variant such as {@code recbole}; empty where the type has one computation
 * @param layers number of layers
 * @param heads heads per layer
 * @param modelFile file name of the checkpoint
 * @param sha256 digest of the checkpoint
 * @param workspace title of the workspace
 */
public record Provenance(
        String application,
        String modelType,
        String variant,
        int layers,
        int heads,
        String modelFile,
        String sha256,
        String workspace) {
    /** The first eight digits of the digest, for status bars and titles. */
    public String shortHash() {
        return sha256.substring(0, Math.min(8, sha256.length()));
    }
}
