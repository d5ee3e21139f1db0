package reclens.ui.chart;

import java.awt.image.BufferedImage;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Region;
import reclens.chart.ChartNumbers;

/** Copies charts to the clipboard. */
public final class ChartCommands {
    /** Pictures are mostly put on slides, where a page of single pixels looks coarse. */
    private static final double SCALE = 2;

    private ChartCommands() {}

    /** Gives a window of its own the keys that the menu of the main window has for its charts. */
    public static void keys(Scene scene) {
        scene.getAccelerators().put(KeyCombination.valueOf("Shortcut+Alt+C"), () -> copyPicture(scene));
        scene.getAccelerators().put(KeyCombination.valueOf("Shortcut+Alt+N"), () -> copyNumbers(scene));
    }

    /** Copies the chart with the focus, else the first one in sight, as a picture; false where there is none. */
    public static boolean copyPicture(Scene scene) {
        Optional<Region> chart = current(scene);
        chart.ifPresent(ChartCommands::copyPicture);
        return chart.isPresent();
    }

    /** Copies the numbers of the chart with the focus, else of the first one in sight, as tab-separated lines. */
    public static boolean copyNumbers(Scene scene) {
        Optional<Region> chart = current(scene);
        chart.ifPresent(ChartCommands::copyNumbers);
        return chart.isPresent();
    }

    /** @param chart a {@link ChartPane} or {@link DrawnPane} */
    static void copyPicture(Region chart) {
        ClipboardContent content = new ClipboardContent();
        content.putImage(chart instanceof ChartPane pane ? image(pane) : ((DrawnPane) chart).image(SCALE));
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static WritableImage image(ChartPane chart) {
        BufferedImage image = chart.picture(SCALE);
        int width = image.getWidth();
        int height = image.getHeight();
        WritableImage copy = new WritableImage(width, height);
        copy.getPixelWriter()
                .setPixels(
                        0,
                        0,
                        width,
                        height,
                        PixelFormat.getIntArgbInstance(),
                        image.getRGB(0, 0, width, height, null, 0, width),
                        0,
                        width);
        return copy;
    }

    /** @param chart a {@link ChartPane} or {@link DrawnPane} */
    static void copyNumbers(Region chart) {
        ClipboardContent content = new ClipboardContent();
        content.putString(
                ChartNumbers.tsv(chart instanceof ChartPane pane ? pane.numbers() : ((DrawnPane) chart).numbers()));
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static boolean hasNumbers(Node node) {
        return node instanceof ChartPane chart && !chart.caption().isEmpty()
                || node instanceof DrawnPane drawn && !drawn.caption().isEmpty();
    }

    private static Optional<Region> current(Scene scene) {
        if (scene == null) {
            return Optional.empty();
        }
        return hasNumbers(scene.getFocusOwner()) ? Optional.of((Region) scene.getFocusOwner()) : first(scene.getRoot());
    }

    private static Optional<Region> first(Node node) {
        if (!node.isVisible()) {
            return Optional.empty();
        }
        if (hasNumbers(node)) {
            return Optional.of((Region) node);
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream()
                        .flatMap(child -> first(child).stream())
                        .findFirst()
                : Optional.empty();
    }
}
