package reclens.files;

import com.google.gson.GsonBuilder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import reclens.domain.ModelConfig;

/** Writes {@code config.json}. */
public final class ConfigWriter {
    private ConfigWriter() {}

    /** @throws reclens.domain.DataException when it cannot be written */
    public static void write(Path file, ModelConfig config) {
        String json = new GsonBuilder()
                .setPrettyPrinting()
                .disableHtmlEscaping()
                .create()
                .toJson(config.values());
        AtomicFiles.write(file, out -> out.write((json + "\n").getBytes(StandardCharsets.UTF_8)));
    }
}
