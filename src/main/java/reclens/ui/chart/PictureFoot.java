package reclens.ui.chart;

import java.util.function.Supplier;
import javafx.scene.Node;

/** What stands below copied charts of a view: whose they are, and how far they can be trusted. */
public final class PictureFoot {
    private PictureFoot() {}

    /** @param words asked for when a chart inside of the view is copied; may give an empty text */
    public static void set(Node view, Supplier<String> words) {
        view.getProperties().put(PictureFoot.class, words);
    }

    /** That of the nearest view around a chart; empty where none was set. */
    static String of(Node chart) {
        for (Node around = chart; around != null; around = around.getParent()) {
            if (around.getProperties().get(PictureFoot.class) instanceof Supplier<?> words) {
                return words.get().toString();
            }
        }
        return "";
    }
}
