package reclens.ui.control;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;
import reclens.ui.UiText;

/** Chooses one of many by typing a part of its name. */
public final class SearchPopup {
    private static final double HEIGHT = 420;

    private final PickList<Choice> list =
            new PickList<>(HEIGHT, UiText.get("popup.prompt"), Choice::title, Choice::note);

    /**
     * Something to choose.
     *
     * @param id what is told when it is chosen
     * @param title its name
     * @param note what else is known of it; may be empty
     */
    public record Choice(String id, String title, String note) {}

    public SearchPopup() {
        Label none = new Label(UiText.get("popup.none"));
        none.getStyleClass().add("hint");
        none.managedProperty().bind(none.visibleProperty());
        list.below(none);
        list.onFound(choices -> none.setVisible(choices.isEmpty()));
    }

    /**
     * @param near the control below which it opens
     * @param heading what is chosen
     * @param search what matches a text; all for an empty one
     * @param action told the id of what was chosen
     */
    public void open(Node near, String heading, Function<String, List<Choice>> search, Consumer<String> action) {
        list.open(near, heading, search, choice -> action.accept(choice.id()));
    }
}
