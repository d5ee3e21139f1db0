package reclens.files;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A model of a workspace.
 *
 * @param title name by which one of several is picked; empty where the main one has none
 * @param checkpoint the weights
 * @param config its {@code config.json}
 */
public record ModelEntry(String title, Path checkpoint, Optional<Path> config) {}
