package reclens.ui.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/** Makes Roboto known to JavaFX. The medium weight is a family of its own there, "Roboto Medium". */
final class FontLoader {
    private static final String FOLDER = "/com/formdev/flatlaf/fonts/roboto/";
    private static final List<String> FILES = List.of("Roboto-Regular.ttf", "Roboto-Medium.ttf", "Roboto-Bold.ttf");

    private FontLoader() {}

    static void load() {
        for (String file : FILES) {
            try (InputStream font = FontLoader.class.getResourceAsStream(FOLDER + file)) {
                Font.loadFont(font, 13);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
