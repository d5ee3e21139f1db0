package reclens.ui.dialog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.control.DialogPane;
import javafx.scene.control.TextArea;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import reclens.domain.CancellationToken;
import reclens.domain.DataException;
import reclens.domain.ProgressListener;
import reclens.files.CheckpointReader;
import reclens.session.Preferences;
import reclens.ui.UiText;
import reclens.ui.theme.ThemeManager;

@ExtendWith(ApplicationExtension.class)
class FaultDialogTest {
    private Stage stage;

    @TempDir
    private Path folder;

    @Start
    void start(Stage shown) {
        stage = shown;
        stage.setScene(new Scene(new Group()));
        stage.show();
    }

    @BeforeEach
    void chinese() {
        UiText.use(Locale.SIMPLIFIED_CHINESE);
    }

    @AfterEach
    void english() {
        UiText.use(Locale.ENGLISH);
    }

    private DataException truncated() throws Exception {
        byte[] header = "{\"a.weight\":{\"dtype\":\"F32\",\"shape\":[4],\"data_offsets\":[0,16]}}"
                .getBytes(StandardCharsets.UTF_8);
        ByteBuffer file = ByteBuffer.allocate(8 + header.length + 10).order(ByteOrder.LITTLE_ENDIAN);
        file.putLong(header.length).put(header);
        Path path = Files.write(folder.resolve("model.safetensors"), file.array());
        return catchThrowableOfType(
                DataException.class, () -> CheckpointReader.read(path, ProgressListener.NONE, new CancellationToken()));
    }

    @Test
    void tellsOfATruncatedFileInChineseAndKeepsItsNameAndNumbers(FxRobot robot) throws Exception {
        DataException fault = truncated();
        ThemeManager theme = new ThemeManager(Preferences.load(folder));
        robot.interact(() -> new FxDialogService(() -> stage, theme).showError(UiText.get("error.title"), fault));

        DialogPane pane = robot.lookup(".dialog-pane").queryAs(DialogPane.class);
        assertThat(pane.getContentText()).isEqualTo("文件长度与文件头所写的不同：" + folder.resolve("model.safetensors"));
        assertThat(((TextArea) pane.getExpandableContent()).getText())
                .isEqualTo("应为：86 字节\n实际：80 字节\n处理办法：文件可能不完整或已损坏；请重新复制或保存");
    }

    @Test
    void putsAFaultOnOneLineInChinese() throws Exception {
        assertThat(FaultText.oneLine(truncated().problem()))
                .isEqualTo(
                        folder.resolve("model.safetensors") + "：文件长度与文件头所写的不同；应为：86 字节，实际：80 字节；文件可能不完整或已损坏；请重新复制或保存");
    }

    @Test
    void leavesTheLineOfTheCommandLineAsItIs() throws Exception {
        assertThat(truncated().problem().oneLine())
                .endsWith(
                        "the file does not have the length that its header states; expected 86 bytes, found 80 bytes; "
                                + "the file may be cut short or damaged; copy or save it again");
    }
}
