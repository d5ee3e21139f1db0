package reclens.files;

/**
 * A line that was skipped.
 *
 * @param line 1-based
 * @param reason what is wrong with it
 */
public record BadLine(long line, String reason) {}
