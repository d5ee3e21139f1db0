package reclens.ui.control;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A surface with a title, a second line beside it, tools on the right, and content below. */
public class Card extends VBox {
    private final Label title = new Label();
    private final Label hint = new Label();
    private final HBox tools = new HBox(8);
    private final HBox head;
    private final VBox below = new VBox();

    public Card(String text) {
        getStyleClass().add("card-pane");
        title.setText(text);
        title.getStyleClass().add("card-title");
        title.setMinWidth(USE_PREF_SIZE);
        hint.getStyleClass().add("second-line");
        hint.setMinWidth(0);
        tools.setAlignment(Pos.CENTER_RIGHT);
        tools.setMinWidth(USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        head = new HBox(8, title, hint, gap, tools);
        head.getStyleClass().add("card-head");
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(head);
        setMinWidth(0);
    }

    public final Label title() {
        return title;
    }

    public final Label hint() {
        return hint;
    }

    public final Card tools(Node... nodes) {
        tools.getChildren().setAll(nodes);
        return this;
    }

    /** Puts the second line below the title, for narrow cards. */
    public final Card hintBelow() {
        head.getChildren().remove(hint);
        hint.setWrapText(true);
        below.getChildren().setAll(hint);
        return this;
    }

    public final Card content(Node node) {
        getChildren().setAll(head, below, node);
        VBox.setVgrow(node, Priority.ALWAYS);
        return this;
    }
}
