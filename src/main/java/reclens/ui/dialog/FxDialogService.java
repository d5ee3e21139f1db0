package reclens.ui.dialog;

import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import javafx.stage.Window;
import reclens.domain.ModelChoice;
import reclens.ui.UiText;
import reclens.ui.theme.ThemeManager;

/** Dialogs of JavaFX over one window, in its theme. */
public final class FxDialogService implements DialogService {
    private static final Path HOME = Path.of(System.getProperty("user.home"));

    private final Supplier<Window> owner;
    private final ThemeManager theme;
    private Path last;

    public FxDialogService(Supplier<Window> owner, ThemeManager theme) {
        this.owner = owner;
        this.theme = theme;
    }

    @Override
    public void showError(String title, Throwable fault) {
        FaultText text = FaultText.of(fault);
        Alert alert = alert(Alert.AlertType.ERROR, title, text.line());
        if (!text.details().isEmpty()) {
            TextArea details = new TextArea(text.details());
            details.setEditable(false);
            details.setWrapText(true);
            details.setPrefRowCount(10);
            details.setAccessibleText(UiText.get("error.details"));
            alert.getDialogPane().setExpandableContent(details);
        }
        alert.show(); // not showAndWait: a fault must not stop what else the window does
    }

    @Override
    public void showMessage(String title, String message) {
        alert(Alert.AlertType.INFORMATION, title, message).show();
    }

    @Override
    public Optional<Map<String, Object>> chooseModel(ModelChoice choice) {
        ModelChoiceDialog dialog = new ModelChoiceDialog(choice);
        dialog.initOwner(owner());
        dialog.getDialogPane().getStylesheets().setAll(theme.stylesheets());
        return dialog.showAndWait();
    }

    private Alert alert(Alert.AlertType kind, String title, String message) {
        Alert alert = new Alert(kind, message, ButtonType.OK);
        alert.initOwner(owner());
        alert.setTitle(title);
        alert.setHeaderText(title);
        Label content = new Label(message);
        content.setWrapText(true);
        content.setMaxWidth(520);
        alert.getDialogPane().setContent(content);
        alert.getDialogPane().getStylesheets().setAll(theme.stylesheets());
        alert.getDialogPane().getStyleClass().add("message-dialog");
        alert.getDialogPane().setMinWidth(460);
        return alert;
    }

    @Override
    public Optional<Path> chooseFolder(String title) {
        return chooseFolder(title, HOME);
    }

    @Override
    public Optional<Path> chooseFolder(String title, Path start) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        folder(start).ifPresent(chooser::setInitialDirectory);
        return remember(chooser.showDialog(owner()));
    }

    @Override
    public Optional<Path> chooseFile(String title, FileKind kind) {
        return remember(files(title, kind).showOpenDialog(owner()));
    }

    @Override
    public Optional<Path> chooseTarget(String title, String suggestedName, FileKind kind) {
        FileChooser chooser = files(title, kind);
        chooser.setInitialFileName(suggestedName);
        return remember(chooser.showSaveDialog(owner()));
    }

    private FileChooser files(String title, FileKind kind) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter(UiText.get(kind.key()), kind.patterns()),
                        new FileChooser.ExtensionFilter(UiText.get("file.all"), "*"));
        folder(HOME).ifPresent(chooser::setInitialDirectory);
        return chooser;
    }

    /** Never none: the chooser of GTK then lists recent files, in which no folder can be chosen. */
    private Optional<File> folder(Path start) {
        return Stream.of(Optional.ofNullable(last), Optional.of(start), Optional.of(HOME))
                .flatMap(Optional::stream)
                .map(Path::toFile)
                .filter(File::isDirectory)
                .findFirst();
    }

    /** The window that asks: one over the main window where that is in use, or the answer would lie behind it. */
    private Window owner() {
        return Window.getWindows().stream()
                .filter(window -> window instanceof Stage && window.isFocused())
                .findFirst()
                .orElseGet(owner);
    }

    private Optional<Path> remember(File chosen) {
        Optional<Path> path = Optional.ofNullable(chosen).map(File::toPath);
        path.ifPresent(p -> last = p.toAbsolutePath().getParent());
        return path;
    }
}
