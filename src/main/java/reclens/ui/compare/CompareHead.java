package reclens.ui.compare;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import reclens.chart.Tokens;
import reclens.explanation.Faithfulness;
import reclens.text.Numbers;
import reclens.ui.UiText;
import reclens.ui.control.Badge;
import reclens.ui.control.RichTextFlow;
import reclens.ui.control.SearchPopup;
import reclens.ui.control.Segmented;
import reclens.ui.icon.Icons;
import reclens.ui.users.UserChooser;

/** What is compared with what, by how much the scores differ, and the sentence. */
final class CompareHead extends VBox {
    private final CompareViewModel model;
    private final Label title = new Label();
    private final Badge badge = new Badge();
    private final Tooltip reason = new Tooltip();
    private final Button item = new Button();
    private final SideBox a = new SideBox("A");
    private final SideBox b = new SideBox("B");
    private final Button swap = new Button(null, Icons.of("mdi2s-swap-horizontal", 18));
    private final Label leadName = new Label();
    private final Label lead = new Label();
    private final RichTextFlow sentence = new RichTextFlow("sentence");
    private final HBox sides;
    private SearchPopup popup;

    CompareHead(CompareViewModel model, UserChooser chooser) {
        this.model = model;
        getStyleClass().addAll("view-head", "compare-head");
        setSpacing(8);
        title.getStyleClass().add("view-title");
        title.setMinWidth(USE_PREF_SIZE);
        chooser.getStyleClass().add("head-chooser");
        chooser.setMinWidth(170);
        chooser.setPrefWidth(220);
        chooser.setMaxWidth(220);
        Segmented<Kind> kinds = new Segmented<Kind>(UiText.get("compare.kind"))
                .options(List.of(Kind.values()), k -> UiText.get("compare.kind." + k.key()));
        kinds.valueProperty().bindBidirectional(model.kindProperty());
        item.setGraphic(Icons.of("mdi2t-tag-outline", 16, "icon-second"));
        item.getStyleClass().add("chooser-button");
        item.setMinWidth(0);
        item.setOnAction(e -> chooseItem(item, true));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox first = new HBox(12, title, chooser, item, badge, gap, kinds);
        first.setAlignment(Pos.CENTER_LEFT);
        swap.getStyleClass().addAll("flat", "icon-button");
        swap.setMinWidth(USE_PREF_SIZE);
        swap.setAccessibleText(UiText.get("compare.swap"));
        swap.setTooltip(new Tooltip(UiText.get("compare.swap")));
        swap.setOnAction(e -> model.swap());
        leadName.getStyleClass().add("second-line");
        lead.getStyleClass().add("side-lead");
        VBox leads = new VBox(2, leadName, lead);
        leads.setAlignment(Pos.CENTER_LEFT);
        leads.setMinWidth(96);
        sides = new HBox(12, a, swap, b, leads);
        sides.setAlignment(Pos.CENTER_LEFT);
        a.setOnAction(e -> chooseA());
        b.setOnAction(e -> chooseB());
        getChildren().addAll(first, sides, sentence);
        model.kindProperty().addListener((p, was, now) -> show());
        model.comparedProperty().addListener((p, was, now) -> show());
        model.verdictProperty().addListener((p, was, now) -> showVerdict(now));
        show();
    }

    private void show() {
        Compared now = model.comparedProperty().get();
        Kind kind = model.kindProperty().get();
        boolean fits = now != null && now.kind() == kind;
        title.setText(UiText.get("compare.title." + kind.key()));
        a.show(fits ? now.a() : null, kind == Kind.ITEMS || kind == Kind.USERS);
        b.show(fits ? now.b() : null, kind != Kind.EDIT);
        a.setMouseTransparent(kind == Kind.MODELS || kind == Kind.EDIT);
        b.setMouseTransparent(kind == Kind.EDIT);
        a.setFocusTraversable(!a.isMouseTransparent());
        b.setFocusTraversable(!b.isMouseTransparent());
        sides.setVisible(fits || kind != Kind.EDIT); // without an edit there are no sides, and none to choose
        sides.setManaged(sides.isVisible());
        swap.setDisable(!fits || !model.canSwap());
        item.setVisible(kind != Kind.ITEMS && fits);
        item.setManaged(item.isVisible());
        if (fits) {
            String name = AlignedRows.title(now.catalog(), now.comparison().a().item());
            item.setText(name);
            item.setAccessibleText(UiText.format("compare.item.choose", name));
            leadName.setText(UiText.get("compare.lead." + kind.key()));
            lead.setText(Numbers.signed(now.lead()));
            sentence.show(now.sentence());
        } else {
            leadName.setText("");
            lead.setText("");
            sentence.show(reclens.text.RichText.plain(""));
        }
        showVerdict(model.verdictProperty().get());
    }

    private void showVerdict(Faithfulness verdict) {
        boolean shown = model.kindProperty().get() == Kind.ITEMS
                && model.comparedProperty().get() != null;
        badge.setVisible(shown);
        badge.setManaged(shown);
        if (verdict == null) {
            badge.show(Badge.Tone.BUSY, UiText.get("why.badge.checking"));
            badge.setTooltip(null);
            return;
        }
        badge.show(
                switch (Tokens.verdictToken(verdict.verdict())) {
                    case "good" -> Badge.Tone.GOOD;
                    case "caution" -> Badge.Tone.CAUTION;
                    case "bad" -> Badge.Tone.BAD;
                    default -> Badge.Tone.NONE;
                },
                model.verdictTitle(verdict));
        reason.setText(model.verdictSentence(verdict));
        reason.setWrapText(true);
        reason.setMaxWidth(420);
        badge.setTooltip(reason);
        badge.setAccessibleHelp(reason.getText());
    }

    private SearchPopup popup() {
        if (popup == null) {
            popup = new SearchPopup();
        }
        return popup;
    }

    private void chooseItem(Button near, boolean first) {
        popup().open(near, UiText.get("compare.choose.item"), model.choices()::items, id -> {
            if (first) {
                model.chooseItem(Integer.parseInt(id));
            } else {
                model.chooseOtherItem(Integer.parseInt(id));
            }
        });
    }

    private void chooseA() {
        switch (model.kindProperty().get()) {
            case ITEMS -> chooseItem(a, true);
            case USERS -> popup().open(a, UiText.get("compare.choose.user"), model.choices()::users, model::chooseUser);
            default -> {}
        }
    }

    private void chooseB() {
        switch (model.kindProperty().get()) {
            case ITEMS -> chooseItem(b, false);
            case USERS ->
                popup().open(b, UiText.get("compare.choose.user"), model.choices()::users, model::chooseOtherUser);
            case MODELS ->
                popup().open(b, UiText.get("compare.choose.model"), model.choices()::models, model::chooseOtherModel);
            default -> {}
        }
    }
}
