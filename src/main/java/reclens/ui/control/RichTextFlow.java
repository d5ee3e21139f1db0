package reclens.ui.control;

import java.util.List;
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
        List<RichText.Span> spans = sentence.spans();
        for (int i = 0; i < spans.size(); i++) {
            piece(i, spans.get(i).text(), List.of(spans.get(i).bold() ? "bold" : "plain"));
        }
        end(spans.size());
        setAccessibleText(sentence.text());
    }

    /** A lead in its own style, then plain words. */
    public void show(String lead, String leadStyle, String words) {
        piece(0, lead, List.of("lead", leadStyle));
        piece(1, " " + words, List.of("plain"));
        end(2);
        setAccessibleText(lead + " " + words);
    }

    /** Pieces are used again: new ones would have their styles looked up. */
    private void piece(int index, String text, List<String> styles) {
        if (index == getChildren().size()) {
            getChildren().add(new Text());
        }
        Text piece = (Text) getChildren().get(index);
        piece.setText(text);
        if (!piece.getStyleClass().equals(styles)) {
            piece.getStyleClass().setAll(styles);
        }
    }

    private void end(int pieces) {
        if (getChildren().size() > pieces) {
            getChildren().remove(pieces, getChildren().size());
        }
    }
}
