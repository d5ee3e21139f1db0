package reclens.ui.shell;

import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import reclens.ui.chart.ChartTheme;
import reclens.ui.presentation.PresentationView;

/** Puts the presentation in place of all that is in the window, and takes it away again. The selection is one and the same. */
final class Presenter {
    private final BorderPane window;
    private final ShellViewModel model;
    private final ChartTheme theme;
    private PresentationView view;
    private Node center;

    Presenter(BorderPane window, ShellViewModel model, ChartTheme theme) {
        this.window = window;
        this.model = model;
        this.theme = theme;
        model.presentingProperty().addListener((p, was, now) -> {
            if (now) {
                start();
            } else {
                end();
            }
        });
        model.openProperty().addListener((p, was, now) -> {
            if (!now) {
                model.presentingProperty().set(false);
            }
        });
    }

    private void start() {
        view = new PresentationView(model.workbench(), theme, new PresentationView.Steps() {
            @Override
            public void recommendation(int step) {
                model.steps().recommendation(step);
            }

            @Override
            public void user(int step) {
                model.steps().user(step);
            }

            @Override
            public void leave() {
                model.presentingProperty().set(false);
            }
        });
        center = window.getCenter();
        frame(false);
        window.setCenter(view);
        view.requestFocus();
    }

    private void end() {
        view.close();
        window.setCenter(center);
        frame(true);
        window.requestFocus();
        view = null;
    }

    /** Hidden, not taken out: the shortcuts of the menus work only while these are in the window. */
    private void frame(boolean shown) {
        for (Node part : new Node[] {window.getTop(), window.getLeft(), window.getBottom()}) {
            part.setVisible(shown);
            part.setManaged(shown);
        }
    }
}
