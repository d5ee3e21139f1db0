package reclens.ui;

import java.time.Duration;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.animation.AnimationTimer;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import reclens.explanation.Explanation;
import reclens.launch.Launched;

/** Waits for the frame that shows the first explanation: the end of the start. */
final class FirstExplanation implements ChangeListener<Explanation> {
    private static final Logger LOG = Logger.getLogger("reclens.start");
    /** The frame that draws it, and the one after: then the first is on screen. */
    private static final int FRAMES = 2;

    @Override
    public void changed(ObservableValue<? extends Explanation> property, Explanation was, Explanation now) {
        if (now == null) {
            return;
        }
        property.removeListener(this);
        new AnimationTimer() {
            private int frames;

            @Override
            public void handle(long nanos) {
                if (++frames >= FRAMES) {
                    stop();
                    LOG.log(
                            Level.FINE,
                            () -> "first explanation on screen after "
                                    + Duration.between(Launched.start(), Instant.now())
                                            .toMillis() + " ms");
                    Launched.ready();
                }
            }
        }.start();
    }
}
