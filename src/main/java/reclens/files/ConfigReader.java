package reclens.files;

import java.nio.file.Path;
import reclens.domain.ModelConfig;

/** Reads {@code config.json}. */
public final class ConfigReader {
    private ConfigReader() {}

    /** @throws reclens.domain.DataException when it is no JSON object; the message names the line */
    public static ModelConfig read(Path file) {
        return new ModelConfig(file.toString(), JsonFiles.readObject(file));
    }
}
