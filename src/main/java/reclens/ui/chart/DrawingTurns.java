package reclens.ui.chart;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;

/**
 * Draws the charts of a window after the layout of a frame, when their sizes are final, and only as many as the frame has time
 * for. The others keep their older picture until the next frames, so that a change of many charts does not hold up the window.
 */
public final class DrawingTurns {
    /** From the beginning of a frame until no further chart is begun: one more still ends within 16 ms. */
    private static final long BEGIN_WITHIN_NANOS = 9_000_000;

    private final Set<BooleanSupplier> waiting = new LinkedHashSet<>();
    private long frameBegan;
    /** Whether the last frame had no time even for one. */
    private boolean passedOver;
    /** The first picture of a window comes whole: there is no older one that could stay. */
    private boolean first = true;

    private DrawingTurns(Scene scene) {
        scene.addPreLayoutPulseListener(() -> frameBegan = System.nanoTime());
        scene.addPostLayoutPulseListener(this::draw);
    }

    /**
     * Waits for a turn; does nothing outside a window.
     *
     * @param drawing always the same of one chart; returns whether there was something to draw
     */
    static void ask(Node chart, BooleanSupplier drawing) {
        Scene scene = chart.getScene();
        if (scene != null) {
            of(scene).waiting.add(drawing);
            Platform.requestNextPulse();
        }
    }

    /** Whether a window has charts that are not drawn yet. */
    public static boolean waiting(Scene scene) {
        return !of(scene).waiting.isEmpty();
    }

    private static DrawingTurns of(Scene scene) {
        return (DrawingTurns) scene.getProperties().computeIfAbsent(DrawingTurns.class, key -> new DrawingTurns(scene));
    }

    private void draw() {
        boolean drawn = false;
        boolean late = false;
        for (Iterator<BooleanSupplier> turns = waiting.iterator(); turns.hasNext() && !late; ) {
            late = !first && !passedOver && System.nanoTime() - frameBegan > BEGIN_WITHIN_NANOS;
            if (!late) {
                BooleanSupplier next = turns.next();
                turns.remove();
                drawn |= next.getAsBoolean();
                passedOver &= !drawn;
            }
        }
        first &= !drawn;
        passedOver = late && !drawn;
        if (!waiting.isEmpty()) {
            Platform.requestNextPulse();
        }
    }
}
