package reclens.ui.control;

import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import reclens.text.RichText;

/** A sentence with bold pieces. */
public final class RichTextFlow extends TextFlow {
    public RichTextFlow(String styleClass) {
        getStyleClass().add(styleClass);
        setMinWidth(0);
    }

    public void show(RichText sentence) {
        getChildren()
                .setAll(sentence.spans().stream()
                        .map(span -> piece(span.text(), span.bold() ? "bold" : "plain"))
                        .toList());
        setAccessibleText(sentence.text());
    }

    /** A lead in its own style, then plain words. */
    public void show(String lead, String leadStyle, String words) {
        Text first = piece(lead, "lead");
        first.getStyleClass().add(leadStyle);
        getChildren().setAll(first, piece(" " + words, "plain"));
        setAccessibleText(lead + " " + words);
    }

    private static Text piece(String text, String styleClass) {
        Text piece = new Text(text);
        piece.getStyleClass().add(styleClass);
        return piece;
    }
}
