package reclens.ui.shell;

import java.nio.file.Path;
import java.util.Locale;
import javafx.application.Platform;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.ListChangeListener;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCombination;
import reclens.chart.Theme;
import reclens.session.HistoryEditor;
import reclens.session.Preferences;
import reclens.text.Messages;
import reclens.ui.UiText;
import reclens.ui.chart.ChartCommands;

/** The menus: everything that the window can do stands here, with its shortcut. */
final class MainMenu extends MenuBar {
    private final ShellViewModel model;
    private final Actions actions;

    MainMenu(ShellViewModel model, Actions actions) {
        this.model = model;
        this.actions = actions;
        getMenus().addAll(file(), edit(), view(), go(), tools(), help());
        setMinWidth(USE_PREF_SIZE);
    }

    private Menu file() {
        Menu recent = new Menu(UiText.get("menu.recent"));
        model.recent().list().addListener((ListChangeListener<Preferences.Recent>) c -> showRecent(recent));
        showRecent(recent);
        return menu(
                "menu.file",
                item("menu.open", "Shortcut+O", null, model.opening()::chooseWorkspace),
                item("menu.open-files", "Shortcut+Shift+O", null, model.opening()::chooseModelAndHistory),
                recent,
                item(
                        "menu.wizard",
                        "Shortcut+N",
                        null,
                        () -> actions.openWizard(getScene().getWindow())),
                item("menu.sample", null, null, model.opening()::openSample),
                new SeparatorMenuItem(),
                item("menu.session.open", null, null, model.opening()::chooseSession),
                item("menu.session.save", "Shortcut+S", model.openProperty(), model::saveSession),
                item("menu.session.restore", null, null, model.opening()::restoreLast),
                new SeparatorMenuItem(),
                item("menu.export", "Shortcut+E", actions.canExport(), actions::exportReport),
                new SeparatorMenuItem(),
                item("menu.close", "Shortcut+W", model.openProperty(), model.opening()::closeWorkspace),
                item("menu.quit", "Shortcut+Q", null, Platform::exit));
    }

    private void showRecent(Menu menu) {
        menu.setDisable(model.recent().list().isEmpty());
        menu.getItems().clear();
        for (Preferences.Recent recent : model.recent().list()) {
            Path folder = recent.folder();
            MenuItem item = new MenuItem(UiText.format("menu.recent.entry", recent.title(), folder.toString()));
            item.setMnemonicParsing(false);
            item.setOnAction(e -> model.opening().openFolder(folder));
            menu.getItems().add(item);
        }
        menu.getItems().addAll(new SeparatorMenuItem(), item("menu.recent.clear", null, null, model.recent()::forget));
    }

    private Menu edit() {
        BooleanBinding editing = model.screenProperty().isEqualTo(Screen.WHAT_IF);
        return menu(
                "menu.edit",
                item("menu.undo", "Shortcut+Z", editing.and(model.edits().canUndoProperty()), () -> model.edits()
                        .change(HistoryEditor::undo)),
                item("menu.redo", "Shortcut+Shift+Z", editing.and(model.edits().canRedoProperty()), () -> model.edits()
                        .change(HistoryEditor::redo)),
                new SeparatorMenuItem(),
                item("menu.copy", "Shortcut+Shift+C", actions.canExport(), actions::copySentence),
                item("menu.copy-command", null, actions.canExport(), actions::copyCommand),
                item("menu.copy-report-command", null, actions.canExport(), actions::copyReportCommand),
                item(
                        "menu.copy-picture",
                        "Shortcut+Alt+C",
                        model.openProperty(),
                        () -> ChartCommands.copyPicture(getScene())),
                item(
                        "menu.copy-numbers",
                        "Shortcut+Alt+N",
                        model.openProperty(),
                        () -> ChartCommands.copyNumbers(getScene())),
                item("menu.clear", "Esc", model.openProperty(), () -> model.workbench()
                        .selection()
                        .clearEvent()),
                new SeparatorMenuItem(),
                item(
                        "menu.preferences",
                        "Shortcut+Comma",
                        null,
                        () -> actions.openPreferences(getScene().getWindow())));
    }

    private Menu view() {
        CheckMenuItem dark = new CheckMenuItem(UiText.get("menu.dark"));
        dark.setAccelerator(KeyCombination.valueOf("Shortcut+Shift+D"));
        dark.setSelected(actions.theme().theme() == Theme.DARK);
        dark.setOnAction(e -> actions.theme().toggle());
        actions.theme().themeProperty().addListener((p, was, now) -> dark.setSelected(now == Theme.DARK));
        return menu(
                "menu.view",
                item("menu.why", "Shortcut+1", model.openProperty(), () -> model.screenProperty()
                        .set(Screen.WHY)),
                item("menu.attention", "Shortcut+2", model.openProperty(), () -> model.screenProperty()
                        .set(Screen.ATTENTION)),
                item("menu.what_if", "Shortcut+3", model.openProperty(), () -> model.screenProperty()
                        .set(Screen.WHAT_IF)),
                item("menu.compare", "Shortcut+4", model.openProperty(), () -> model.screenProperty()
                        .set(Screen.COMPARE)),
                item("menu.trust", "Shortcut+5", model.openProperty(), () -> model.screenProperty()
                        .set(Screen.TRUST)),
                item("menu.evolution", "Shortcut+9", model.openProperty(), () -> model.screenProperty()
                        .set(Screen.EVOLUTION)),
                new SeparatorMenuItem(),
                item("menu.welcome", "Shortcut+Shift+H", model.openProperty(), () -> model.welcomeProperty()
                        .set(!model.welcomeProperty().get())),
                item("menu.present", "F5", actions.canExport(), () -> model.presentingProperty()
                        .set(true)),
                item(
                        "menu.full-screen",
                        "F11",
                        null,
                        () -> actions.toggleFullScreen(getScene().getWindow())),
                dark,
                language());
    }

    private Menu language() {
        Menu menu = new Menu(UiText.get("menu.language"));
        ToggleGroup group = new ToggleGroup();
        for (Locale locale : Messages.LANGUAGES) {
            RadioMenuItem item = new RadioMenuItem(locale.getDisplayLanguage(locale));
            item.setMnemonicParsing(false);
            item.setToggleGroup(group);
            item.setSelected(locale.getLanguage().equals(UiText.locale().getLanguage()));
            item.setOnAction(e -> actions.theme().settings().languageProperty().set(locale));
            menu.getItems().add(item);
        }
        return menu;
    }

    private Menu go() {
        ObservableBooleanValue open = model.openProperty();
        return menu(
                "menu.go",
                item("menu.find", "Shortcut+K", null, actions::focusSearch),
                item("menu.users", "Shortcut+U", open, actions::focusUsers),
                item("menu.held-out", "Shortcut+J", open, model::openHeldOut),
                new SeparatorMenuItem(),
                item("menu.user.next", "Alt+Page_Down", open, () -> model.steps()
                        .user(1)),
                item("menu.user.previous", "Alt+Page_Up", open, () -> model.steps()
                        .user(-1)),
                item("menu.item.next", "Alt+Down", open, () -> model.steps().recommendation(1)),
                item("menu.item.previous", "Alt+Up", open, () -> model.steps().recommendation(-1)),
                item("menu.event.next", "Alt+Right", open, () -> model.steps().event(1)),
                item("menu.event.previous", "Alt+Left", open, () -> model.steps()
                        .event(-1)));
    }

    private Menu tools() {
        return menu(
                "menu.tools",
                item("menu.lab", "Shortcut+L", null, actions::openLab),
                item("menu.stories", "Shortcut+G", model.openProperty(), actions::openStories),
                item("menu.model", "Shortcut+I", model.openProperty(), actions::openModel),
                item("menu.evaluate", "Shortcut+R", model.openProperty(), actions::openEvaluation),
                item(
                        "menu.log",
                        "Shortcut+Shift+L",
                        null,
                        () -> actions.openLog(getScene().getWindow())));
    }

    private Menu help() {
        return menu(
                "menu.help",
                item("menu.keys", "F1", null, () -> actions.showKeys(this)),
                item("menu.about", null, null, actions::showAbout));
    }

    private static Menu menu(String key, MenuItem... items) {
        Menu menu = new Menu(UiText.get(key));
        menu.getItems().addAll(items);
        return menu;
    }

    private static MenuItem item(String key, String shortcut, ObservableBooleanValue enabled, Runnable action) {
        MenuItem item = new MenuItem(UiText.get(key));
        if (shortcut != null) {
            item.setAccelerator(KeyCombination.valueOf(shortcut));
        }
        if (enabled != null) {
            item.disableProperty().bind(javafx.beans.binding.Bindings.not(enabled));
        }
        item.setOnAction(e -> action.run());
        return item;
    }
}
