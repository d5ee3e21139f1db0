package reclens.ui.lab;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import reclens.ui.UiText;
import reclens.ui.chart.ChartTheme;

/** Tensors and settings on the left, every step on the right. */
public final class MechanismLabView extends BorderPane {

    /** @param chooseFile asks for a JSON file */
    public MechanismLabView(MechanismLabViewModel model, ChartTheme theme, Supplier<Optional<Path>> chooseFile) {
        getStyleClass().addAll("main-area", "mechanism-lab");
        setTop(head());
        ScrollPane form = new ScrollPane(new LabForm(model, chooseFile));
        form.setFitToWidth(true);
        form.getStyleClass().add("view-scroll");
        SplitPane split = new SplitPane(form, new LabSteps(model, theme));
        split.setDividerPositions(0.29);
        SplitPane.setResizableWithParent(form, false);
        setCenter(split);
    }

    private static Node head() {
        Label title = new Label(UiText.get("lab.title"));
        title.getStyleClass().add("view-title");
        Label lead = new Label(UiText.get("lab.lead"));
        lead.getStyleClass().add("second-line");
        VBox head = new VBox(4, title, lead);
        head.getStyleClass().add("view-head");
        return head;
    }
}
