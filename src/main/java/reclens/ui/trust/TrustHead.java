package reclens.ui.trust;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import reclens.domain.Recommendation;
import reclens.explanation.Method;
import reclens.ui.UiText;
import reclens.ui.control.Badge;
import reclens.ui.control.Segmented;
import reclens.ui.users.UserChooser;
import reclens.ui.workbench.FurtherMethods;

/** The question, whom and what it is about, and the answer: the verdict with its reason. */
final class TrustHead extends VBox {
    private static final double ITEM_WIDTH = 250;
    private static final double METHOD_WIDTH = 190;

    private final TrustViewModel model;
    private final Badge badge = new Badge();
    private final Label sentence = new Label();
    private boolean busy;

    TrustHead(TrustViewModel model, UserChooser chooser) {
        this.model = model;
        getStyleClass().add("view-head");
        Label title = new Label(UiText.get("trust.title"));
        title.getStyleClass().add("view-title");
        title.setMinWidth(USE_PREF_SIZE);
        chooser.getStyleClass().add("head-chooser");
        chooser.setMinWidth(176);
        chooser.setPrefWidth(210);
        Segmented<TrustPage> pages = new Segmented<TrustPage>(UiText.get("trust.pages"))
                .options(java.util.List.of(TrustPage.values()), page -> UiText.get(page.key()));
        pages.valueProperty().bindBidirectional(model.pageProperty());
        ComboBox<Recommendation> items = items();
        ComboBox<Method> methods = methods();
        var aboutUser = model.pageProperty().isEqualTo(TrustPage.USER);
        for (var box : java.util.List.of(items, methods)) {
            box.visibleProperty().bind(aboutUser);
            box.managedProperty().bind(aboutUser);
        }
        Runnable name = () -> title.setText(
                switch (model.pageProperty().get()) {
                    case USER -> UiText.get("trust.title");
                    case HIT -> UiText.get("hit.title");
                    case MANY -> UiText.get("many.title");
                });
        model.pageProperty().addListener((p, was, now) -> name.run());
        name.run();
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        ToggleButton heldOut = heldOut();
        var aboutOne = model.pageProperty().isNotEqualTo(TrustPage.MANY);
        for (var box : java.util.List.of(chooser, heldOut)) {
            box.visibleProperty().bind(aboutOne);
            box.managedProperty().bind(aboutOne);
        }
        HBox line = new HBox(10, title, chooser, items, gap, heldOut, methods, pages);
        line.setAlignment(Pos.CENTER_LEFT);
        sentence.getStyleClass().add("verdict-sentence");
        sentence.setWrapText(true);
        sentence.setMinWidth(0);
        sentence.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        badge.managedProperty().bind(badge.visibleProperty());
        HBox answer = new HBox(12, badge, sentence);
        answer.setAlignment(Pos.CENTER_LEFT);
        answer.visibleProperty().bind(sentence.textProperty().isNotEmpty());
        answer.managedProperty().bind(answer.visibleProperty());
        getChildren().addAll(line, answer);
        model.headingProperty().addListener((p, was, now) -> show(now));
        show(model.headingProperty().get());
    }

    private ComboBox<Recommendation> items() {
        ComboBox<Recommendation> box = box(UiText.get("trust.items"), ITEM_WIDTH, model::itemName);
        Runnable follow = () -> {
            busy = true;
            int item = model.workbench().selection().itemProperty().get();
            box.getItems().setAll(model.items());
            box.setValue(model.items().stream()
                    .filter(r -> r.index() == item)
                    .findFirst()
                    .orElse(null));
            busy = false;
        };
        model.items().addListener((javafx.collections.ListChangeListener<Recommendation>) c -> follow.run());
        model.workbench().selection().itemProperty().addListener((p, was, now) -> follow.run());
        model.headingProperty().addListener((p, was, now) -> follow.run());
        box.valueProperty().addListener((p, was, now) -> {
            if (!busy && now != null) {
                model.explain(now);
            }
        });
        follow.run();
        return box;
    }

    private ToggleButton heldOut() {
        ToggleButton button = new ToggleButton(UiText.get("trust.held-out"));
        button.getStyleClass().addAll("tool-toggle", "text-toggle");
        button.setMinWidth(USE_PREF_SIZE);
        button.setTooltip(new Tooltip(UiText.get("trust.held-out.meaning")));
        button.selectedProperty().bindBidirectional(model.workbench().heldOutProperty());
        return button;
    }

    private ComboBox<Method> methods() {
        ComboBox<Method> box = box(UiText.get("why.method"), METHOD_WIDTH, model::methodName);
        box.getStyleClass().add("method-chooser");
        box.getItems().setAll(FurtherMethods.all());
        box.valueProperty().bindBidirectional(model.workbench().selection().methodProperty());
        Tooltip meaning = new Tooltip();
        meaning.setWrapText(true);
        meaning.setMaxWidth(360);
        meaning.textProperty()
                .bind(Bindings.createStringBinding(() -> model.methodMeaning(box.getValue()), box.valueProperty()));
        box.setTooltip(meaning);
        return box;
    }

    private static <T> ComboBox<T> box(String name, double width, java.util.function.Function<T, String> text) {
        ComboBox<T> box = new ComboBox<>();
        box.setAccessibleText(name);
        box.setMinWidth(120);
        box.setPrefWidth(width);
        box.setMaxWidth(width);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : text.apply(value);
            }

            @Override
            public T fromString(String string) {
                throw new UnsupportedOperationException("the box cannot be typed into");
            }
        });
        return box;
    }

    private void show(TrustViewModel.Heading heading) {
        badge.setVisible(heading != null && !heading.tone().isEmpty());
        if (heading == null) {
            sentence.setText(UiText.get("why.working"));
            return;
        }
        sentence.setText(heading.sentence());
        if (heading.verdict().isEmpty()) {
            badge.show(Badge.Tone.BUSY, UiText.get("why.badge.checking"));
        } else {
            badge.show(Badge.Tone.of(heading.tone()), heading.verdict());
        }
    }
}
