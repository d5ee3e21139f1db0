package reclens.ui.why;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import reclens.ui.UiText;
import reclens.ui.control.Badge;
import reclens.ui.control.RichTextFlow;
import reclens.ui.control.Segmented;

/** Breadcrumb, title with verdict, sentence, and the reason of the verdict. */
final class WhyHead extends VBox {
    private final Label breadcrumb = new Label();
    private final Label title = new Label();
    private final Badge badge = new Badge();
    private final RichTextFlow sentence = new RichTextFlow("sentence");
    private final RichTextFlow reason = new RichTextFlow("why-line");

    WhyHead(WhyViewModel model) {
        getStyleClass().add("view-head");
        breadcrumb.getStyleClass().add("breadcrumb");
        title.getStyleClass().add("view-title");
        title.setMinWidth(0);
        HBox line = new HBox(12, title, badge);
        line.setAlignment(Pos.CENTER_LEFT);
        sentence.setLineSpacing(5);
        breadcrumb.setMinWidth(0);
        Segmented<Boolean> page = new Segmented<Boolean>(UiText.get("why.page"))
                .options(List.of(false, true), ten -> UiText.get(ten ? "why.page.top" : "why.page.one"));
        page.valueProperty().bindBidirectional(model.topTenProperty());
        VBox names = new VBox(6, breadcrumb, line);
        HBox.setHgrow(names, Priority.ALWAYS);
        names.setMinWidth(0);
        getChildren().addAll(new HBox(12, names, page), sentence, reason);
        model.headingProperty().addListener((p, was, now) -> show(now));
        show(model.headingProperty().get());
    }

    private void show(WhyViewModel.Heading heading) {
        boolean there = heading != null;
        badge.setVisible(there);
        sentence.setVisible(there);
        reason.setVisible(there);
        if (!there) {
            breadcrumb.setText("");
            title.setText(UiText.get("why.working"));
            return;
        }
        breadcrumb.setText(heading.breadcrumb());
        title.setText(heading.title());
        sentence.show(heading.sentence());
        reason.show(heading.lead(), "lead-" + heading.tone(), heading.reason());
        if (heading.verdict().isEmpty()) {
            badge.show(Badge.Tone.BUSY, UiText.get("why.badge.checking"));
        } else {
            badge.show(Badge.Tone.of(heading.tone()), heading.verdict());
        }
    }
}
