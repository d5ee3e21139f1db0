package reclens.ui.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.RadioButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import reclens.domain.ModelChoice;

@ExtendWith(ApplicationExtension.class)
class ModelChoiceDialogTest {
    private ModelChoiceDialog dialog;

    @Start
    void start(Stage stage) {
        dialog = new ModelChoiceDialog(new ModelChoice(
                Path.of("model.pth"), "sasrec", List.of("pmixer-2024", "pmixer-2025"), List.of(1, 2, 4)));
        dialog.show();
    }

    private Node openButton() {
        ButtonType open = dialog.getDialogPane().getButtonTypes().stream()
                .filter(t -> t.getButtonData() == ButtonBar.ButtonData.OK_DONE)
                .findFirst()
                .orElseThrow();
        return dialog.getDialogPane().lookupButton(open);
    }

    @Test
    void nothingIsChosenBeforehandAndNothingOpensWithoutAChoice(FxRobot robot) {
        assertThat(robot.lookup(".radio-button").queryAllAs(RadioButton.class))
                .hasSize(2)
                .noneMatch(RadioButton::isSelected);
        assertThat(openButton().isDisabled()).isTrue();
    }

    @Test
    void bothChoicesBecomeEntriesOfTheConfiguration(FxRobot robot) {
        robot.clickOn("pmixer-2025");
        assertThat(openButton().isDisabled()).isTrue();
        ComboBox<Integer> heads = robot.lookup(".combo-box").queryComboBox();
        robot.interact(() -> heads.setValue(2));
        assertThat(openButton().isDisabled()).isFalse();
        robot.clickOn(openButton());
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(dialog.getResult()).isEqualTo(Map.of("variant", "pmixer-2025", "num_attention_heads", 2L));
    }
}
