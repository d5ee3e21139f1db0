package reclens.ui.shell;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import javafx.stage.Window;
import reclens.domain.Recommendation;
import reclens.explanation.Explanation;
import reclens.report.ReportOptions;
import reclens.session.CommandLine;
import reclens.text.Sentences;
import reclens.ui.UiText;
import reclens.ui.dialog.FileKind;
import reclens.ui.evaluate.EvaluateWindow;
import reclens.ui.lab.MechanismLabWindow;
import reclens.ui.log.LogWindow;
import reclens.ui.model.ModelWindow;
import reclens.ui.preferences.PreferencesWindow;
import reclens.ui.story.StoryWindow;
import reclens.ui.theme.ThemeManager;
import reclens.ui.wizard.WizardWindow;
import reclens.ui.workbench.ReportTask;
import reclens.ui.workbench.Workbench;

/** What menus and buttons do beyond the shell's view model: clipboard, focus, messages. */
final class Actions {
    /** Reports are mostly put on slides, where a page of single pixels looks coarse. */
    private static final int SCALE = 2;

    private final ShellViewModel model;
    private final ThemeManager theme;
    private final StoryWindow stories;
    private final MechanismLabWindow lab;
    private final ModelWindow modelWindow;
    private final EvaluateWindow evaluation;
    private final WizardWindow wizard;
    private final PreferencesWindow preferences;
    private final BooleanBinding canExport;
    private LogWindow log;
    private Runnable focusSearch = () -> {};
    private Runnable focusUsers = () -> {};

    Actions(ShellViewModel model, ThemeManager theme, WizardWindow wizard) {
        this.wizard = wizard;
        this.model = model;
        this.theme = theme;
        this.preferences = new PreferencesWindow(theme);
        this.stories = new StoryWindow(model.workbench(), theme);
        this.lab = new MechanismLabWindow(model.workbench(), model.dialogs(), theme);
        this.modelWindow = new ModelWindow(model.workbench(), theme);
        this.evaluation = new EvaluateWindow(model.workbench(), model.dialogs(), theme);
        this.canExport = Bindings.isNotNull(model.workbench().explanationProperty());
    }

    void setFocusActions(Runnable search, Runnable users) {
        focusSearch = search;
        focusUsers = users;
    }

    ThemeManager theme() {
        return theme;
    }

    BooleanBinding canExport() {
        return canExport;
    }

    void focusSearch() {
        focusSearch.run();
    }

    void focusUsers() {
        focusUsers.run();
    }

    /** Asks for a file and writes the report of the selected recommendation. Reports are light, whatever the window is. */
    void exportReport() {
        Recommendation selected = model.workbench().selectedRecommendation();
        if (selected == null) {
            return;
        }
        ReportOptions options = drawing();
        model.dialogs()
                .chooseTarget(UiText.get("export.title"), reportName(selected), FileKind.REPORT)
                .ifPresent(target -> ReportTask.start(model.workbench(), target, options, () -> model.dialogs()
                        .showMessage(UiText.get("export.title"), UiText.format("export.done", target))));
    }

    private ReportOptions drawing() {
        return ReportOptions.of(SCALE, LocalDate.now())
                .withLocale(UiText.locale())
                .withMap(theme.settings().colourMapProperty().get());
    }

    private String reportName(Recommendation selected) {
        String user = model.workbench().selection().userProperty().get();
        return (user + "-" + selected.item()).replaceAll("[^\\p{Alnum}._-]+", "-") + ".png";
    }

    void copySentence() {
        Workbench workbench = model.workbench();
        Explanation explanation = workbench.explanationProperty().get();
        if (explanation == null) {
            return;
        }
        Sentences sentences = new Sentences(UiText.messages());
        copy(sentences
                .why(explanation, workbench.selection().methodProperty().get())
                .text());
    }

    void openLog(Window owner) {
        if (log == null) {
            log = new LogWindow(model.workbench().logging().log(), theme);
        }
        log.open(owner);
    }

    /** Fills the screen with the window, or goes back. Escape belongs to what is in the window. */
    void toggleFullScreen(Window window) {
        if (window instanceof Stage stage) {
            stage.setFullScreenExitHint("");
            stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
            stage.setFullScreen(!stage.isFullScreen());
        }
    }

    boolean preferencesShown() {
        return preferences.isShowing();
    }

    void openPreferences(Window owner) {
        preferences.open(owner);
    }

    void copyCommand() {
        Workbench workbench = model.workbench();
        Recommendation selected = workbench.selectedRecommendation();
        if (selected == null) {
            return;
        }
        copy(CommandLine.explain(
                workbench.workspace().source(),
                workbench.selection().userProperty().get(),
                end(workbench),
                selected.item(),
                workbench.selection().methodProperty().get().key(),
                workbench.seed()));
    }

    /** The report that {@link #exportReport} would write now. */
    void copyReportCommand() {
        Workbench workbench = model.workbench();
        Recommendation selected = workbench.selectedRecommendation();
        if (selected == null) {
            return;
        }
        copy(CommandLine.report(
                workbench.workspace().source(),
                workbench.selection().userProperty().get(),
                end(workbench),
                selected.item(),
                drawing(),
                workbench.seed(),
                reportName(selected)));
    }

    /** Where the history ends for the model; empty where all of it is read. */
    private static OptionalInt end(Workbench workbench) {
        boolean heldOut = workbench.heldOutEventProperty().get() != null;
        return heldOut ? OptionalInt.of(workbench.historyProperty().get().size()) : OptionalInt.empty();
    }

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    void openWizard(Window owner) {
        wizard.show(owner, List.of());
    }

    void openStories() {
        stories.open();
    }

    void openLab() {
        lab.open();
    }

    void openModel() {
        modelWindow.open();
    }

    void openEvaluation() {
        evaluation.open();
    }

    void showKeys(MainMenu menu) {
        new CheatSheet(
                        MenuActions.of(menu),
                        menu.getScene().getWindow(),
                        theme.stylesheets(),
                        theme.shownScaleProperty().get())
                .show();
    }

    void showAbout() {
        model.dialogs().showMessage(UiText.get("about.title"), UiText.get("about.text"));
    }
}
