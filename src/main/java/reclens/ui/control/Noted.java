package reclens.ui.control;

import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableStringValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

/** Content that gives way to a sentence where there is none: a pane is never empty without a reason. */
public final class Noted extends StackPane {
    private static final double WIDEST = 460;

    /** @param shown whether the sentence stands in the content's place; an empty sentence never does */
    public Noted(Node content, ObservableStringValue note, ObservableBooleanValue shown) {
        Label words = new Label();
        words.textProperty().bind(note);
        words.visibleProperty().bind(shown);
        words.setWrapText(true);
        words.setMaxWidth(WIDEST);
        words.getStyleClass().add("note");
        StackPane.setAlignment(words, Pos.CENTER);
        getChildren().addAll(content, words);
        setMinSize(0, 0);
    }
}
