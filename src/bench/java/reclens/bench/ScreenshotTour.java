package reclens.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javafx.stage.Window;
import reclens.domain.ModelChoice;
import reclens.session.WorkspaceSource;
import reclens.ui.UiText;
import reclens.ui.dialog.FxDialogService;
import reclens.ui.palette.PaletteField;
import reclens.ui.shell.MainView;
import reclens.ui.shell.Screen;
import reclens.ui.task.TaskRunner;
import reclens.ui.theme.ThemeManager;
import reclens.ui.wizard.WizardWindow;
import reclens.ui.workbench.Workbench;

/** The way to each view that {@link Screenshots} takes a picture of. */
final class ScreenshotTour {
    private static final long PATIENCE_MILLIS = 90_000;
    private static final long BUTTON_MILLIS = 15_000;
    private static final long STILL_MILLIS = 400;
    private static final Path SAMPLES = Path.of("sample-data");
    private static final Sight SHOP = new Sight(source("shop", ""), tour -> {});
    private static final Sight VIDEO = new Sight(source("video", ""), tour -> {});
    private static final Map<String, Sight> SIGHTS = sights();
    /** Windows of their own that people enlarge to work in. */
    private static final Set<String> FILLING = Set.of(
            "lab", "lab-head", "model", "evaluate", "evaluate-done", "stories", "stories-found", "log", "presentation");

    private final Stage stage;
    private final TaskRunner runner;
    private final Workbench workbench;
    private final MainView view;
    private final ThemeManager theme;
    private final FxDialogService dialogs;

    ScreenshotTour(
            Stage stage,
            TaskRunner runner,
            Workbench workbench,
            MainView view,
            ThemeManager theme,
            FxDialogService dialogs) {
        this.stage = stage;
        this.runner = runner;
        this.workbench = workbench;
        this.view = view;
        this.theme = theme;
        this.dialogs = dialogs;
    }

    /** A workspace, and what is done in it. */
    private record Sight(WorkspaceSource source, Consumer<ScreenshotTour> way) {
        Sight then(Consumer<ScreenshotTour> more) {
            return new Sight(source, way.andThen(more));
        }

        Sight screen(Screen screen) {
            return then(tour -> tour.screen(screen));
        }

        Sight keys(String combination) {
            return then(tour -> tour.keys(combination));
        }

        Sight press(String key) {
            return then(tour -> tour.press(key));
        }
    }

    private static WorkspaceSource source(String sample, String model) {
        return WorkspaceSource.folder(SAMPLES.resolve(sample)).withModelTitle(model);
    }

    private static Map<String, Sight> sights() {
        Map<String, Sight> all = new LinkedHashMap<>();
        all.put("why", SHOP.screen(Screen.WHY));
        all.put("why-top-ten", SHOP.screen(Screen.WHY).press("why.page.top"));
        all.put("attention", SHOP.screen(Screen.ATTENTION));
        all.put("attention-tip", SHOP.screen(Screen.ATTENTION).then(ScreenshotTour::hover));
        all.put("why-methods", SHOP.screen(Screen.WHY).then(ScreenshotTour::methods));
        all.put("why-table", SHOP.screen(Screen.WHY).then(tour -> tour.pressSpoken("table.show", "why.matrix")));
        all.put("why-menu", SHOP.screen(Screen.WHY).then(tour -> tour.pressSpoken("chart.menu", "")));
        all.put("users", SHOP.screen(Screen.ATTENTION).keys("Shortcut+U"));
        all.put("what-if", SHOP.screen(Screen.WHAT_IF));
        all.put("what-if-edited", SHOP.screen(Screen.WHAT_IF).press("whatif.cf.apply"));
        all.put("what-if-insert", SHOP.screen(Screen.WHAT_IF).press("whatif.insert"));
        all.put("compare-items", SHOP.screen(Screen.COMPARE).press("compare.kind.items"));
        all.put("compare-users", SHOP.screen(Screen.COMPARE).press("compare.kind.users"));
        all.put("compare-models", SHOP.screen(Screen.COMPARE).press("compare.kind.models"));
        all.put("compare-edit", SHOP.screen(Screen.COMPARE).press("compare.kind.edit"));
        all.put(
                "compare-edited",
                SHOP.screen(Screen.WHAT_IF)
                        .press("whatif.cf.apply")
                        .screen(Screen.COMPARE)
                        .press("compare.kind.edit"));
        all.put("trust", SHOP.screen(Screen.TRUST).press("trust.page.user"));
        all.put("hit-or-miss", SHOP.screen(Screen.TRUST).press("trust.page.hit"));
        all.put(
                "trust-held-out",
                SHOP.screen(Screen.TRUST).press("trust.page.user").press("trust.planted.open.button"));
        all.put(
                "hit-or-miss-held-out",
                SHOP.screen(Screen.TRUST).press("trust.page.hit").press("trust.planted.open.button"));
        all.put(
                "trust-many",
                SHOP.screen(Screen.TRUST)
                        .press("trust.page.many")
                        .then(tour -> tour.pressText("20"))
                        .press("evaluate.run"));
        all.put("evolution-shop", SHOP.screen(Screen.EVOLUTION));
        all.put("stories", SHOP.keys("Shortcut+G"));
        all.put("stories-found", SHOP.keys("Shortcut+G").press("story.search"));
        all.put("lab", SHOP.keys("Shortcut+L"));
        all.put("lab-head", VIDEO.keys("Shortcut+L").press("lab.take"));
        all.put("model", SHOP.keys("Shortcut+I"));
        all.put("evaluate", SHOP.keys("Shortcut+R"));
        all.put("evaluate-done", SHOP.keys("Shortcut+R").press("evaluate.run"));
        all.put("preferences", SHOP.screen(Screen.WHY).keys("Shortcut+Comma"));
        all.put("log", SHOP.then(ScreenshotTour::fault).keys("Shortcut+Shift+L"));
        all.put("presentation", SHOP.keys("F5"));
        all.put("wizard", SHOP.then(ScreenshotTour::wizard));
        all.put("palette", SHOP.screen(Screen.WHY).then(ScreenshotTour::palette));
        all.put("cheat-sheet", SHOP.screen(Screen.WHY).keys("F1"));
        for (String menu : List.of("file", "edit", "view", "go", "tools", "help")) {
            all.put("menu-" + menu, SHOP.screen(Screen.WHY).then(tour -> tour.menu(menu)));
        }
        all.put("error", SHOP.screen(Screen.WHY).then(ScreenshotTour::openNothing));
        all.put("model-choice", SHOP.screen(Screen.WHY).then(ScreenshotTour::modelChoice));
        all.put(
                "attention-fields",
                new Sight(source("shop", "FDSA"), t -> {})
                        .screen(Screen.ATTENTION)
                        .press("attention.stream.fields"));
        Map.of(
                        "attention-features", source("shop", "Feature attention"),
                        "attention-pooling", source("shop", "Encoder, attention, decoder"),
                        "attention-sigmoid", source("feed", "Cross-attention, sigmoid"))
                .forEach((name, source) -> all.put(name, new Sight(source, t -> {}).screen(Screen.ATTENTION)));
        all.put("attention-feed", new Sight(source("feed", ""), t -> t.screen(Screen.ATTENTION)));
        all.put("why-feed", new Sight(source("feed", ""), t -> t.screen(Screen.WHY)));
        all.put("attention-video", VIDEO.screen(Screen.ATTENTION));
        all.put("why-video", VIDEO.screen(Screen.WHY));
        all.put("evolution", VIDEO.screen(Screen.EVOLUTION));
        all.put("welcome", SHOP.keys("Shortcut+Shift+H")); // last, when there are several recent workspaces
        return all;
    }

    static Stream<String> names() {
        return SIGHTS.keySet().stream();
    }

    ThemeManager theme() {
        return theme;
    }

    boolean fills(String name) {
        return FILLING.contains(name);
    }

    void go(String name) {
        Sight sight = SIGHTS.get(name);
        if (workbench.workspace() == null || !workbench.workspace().source().equals(sight.source())) {
            FxThread.run(() -> view.model().opening().open(sight.source()));
            FxThread.await(
                    () -> workbench.workspace() != null
                            && workbench.workspace().source().equals(sight.source()),
                    PATIENCE_MILLIS);
        }
        FxThread.run(() -> stage.getScene().getRoot().requestFocus());
        settle();
        sight.way().accept(this);
    }

    /** Waits for running tasks and for the frames that show what they brought. */
    void settle() {
        FxThread.await(
                () -> workbench.explanationProperty().get() != null
                        && !workbench.checkingProperty().get()
                        && runner.tasks().isEmpty(),
                PATIENCE_MILLIS);
        FxThread.pause(STILL_MILLIS);
    }

    /** Closes what stands over the main window, and takes back edits. */
    void leave(String name) {
        FxThread.run(() -> {
            ((MenuBar) view.lookup(".menu-bar")).getMenus().forEach(Menu::hide);
            for (Window window : new ArrayList<>(Window.getWindows())) {
                if (window != stage) {
                    window.hide();
                }
            }
            Node presentation = view.lookup(".presentation");
            if (presentation != null) {
                presentation.fireEvent(
                        new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false));
            }
            if (view.lookup(".search-field") instanceof PaletteField field) {
                field.clear();
            }
            workbench.heldOutProperty().set(false);
            stage.getScene().getRoot().requestFocus();
            new Robot().mouseMove(stage.getWidth() / 2, stage.getHeight() - 1);
            if (name.equals("error")) {
                readLog();
            }
            Node welcome = view.lookup(".welcome");
            if (welcome != null && seen(welcome)) {
                accelerator("Shortcut+Shift+H").run();
            }
            buttons()
                    .filter(button -> button instanceof ToggleButton toggle
                            && toggle.isSelected()
                            && toggle.getStyleClass().contains("tool-toggle"))
                    .forEach(ButtonBase::fire); // back from tables to charts
            fire("why.page.one");
            view.model().screenProperty().set(Screen.WHAT_IF);
            view.applyCss();
            view.layout();
            fire("whatif.reset");
        });
    }

    private static void fire(String key) {
        ButtonBase button = shown(UiText.get(key));
        if (button != null && !button.isDisabled()) {
            button.fire();
        }
    }

    /** Errors that were not looked at have a badge in the window's lower corner. */
    private void readLog() {
        accelerator("Shortcut+Shift+L").run();
        Window.getWindows().stream().filter(window -> window != stage).toList().forEach(Window::hide);
    }

    private void screen(Screen screen) {
        FxThread.run(() -> view.model().screenProperty().set(screen));
        settle();
    }

    private void keys(String combination) {
        FxThread.run(() -> Platform.runLater(accelerator(combination)));
        FxThread.pause(STILL_MILLIS);
    }

    private Runnable accelerator(String combination) {
        return stage.getScene().getAccelerators().get(KeyCombination.valueOf(combination));
    }

    private void press(String key) {
        pressText(UiText.get(key));
    }

    private void pressText(String text) {
        if (!FxThread.await(() -> shown(text) != null && !shown(text).isDisabled(), BUTTON_MILLIS)) {
            throw new IllegalStateException("no button " + text);
        }
        FxThread.run(() -> shown(text).fire());
        settle();
    }

    /** Of the newest window that has such a button. */
    private static ButtonBase shown(String text) {
        return buttons()
                .filter(button -> text.equals(button.getText()) && seen(button))
                .reduce((older, newer) -> newer)
                .orElse(null);
    }

    private static Stream<ButtonBase> buttons() {
        return Window.getWindows().stream()
                .flatMap(window -> Stream.of(".button", ".toggle-button")
                        .flatMap(kind -> window.getScene().getRoot().lookupAll(kind).stream()))
                .filter(ButtonBase.class::isInstance)
                .map(ButtonBase.class::cast);
    }

    private static boolean seen(Node node) {
        return Stream.iterate(node, Objects::nonNull, Node::getParent).allMatch(Node::isVisible);
    }

    private void menu(String name) {
        MenuBar bar = (MenuBar) view.lookup(".menu-bar");
        FxThread.run(() -> bar.getMenus().stream()
                .filter(menu -> menu.getText().equals(UiText.get("menu." + name)))
                .forEach(Menu::show));
    }

    private void palette() {
        FxThread.run(() -> {
            PaletteField field = (PaletteField) view.lookup(".search-field");
            field.open();
            field.setText("te");
            field.end();
        });
    }

    private void wizard() {
        FxThread.run(() -> new WizardWindow(workbench, dialogs, theme, written -> {})
                .show(
                        stage,
                        Stream.of("history.csv", "model.safetensors", "items.csv")
                                .map(SAMPLES.resolve("shop")::resolve)
                                .toList()));
        FxThread.pause(3 * STILL_MILLIS); // it waits for further files before it reads these
        settle();
    }

    /** A workspace that is not there. */
    private void openNothing() {
        Platform.runLater(() -> workbench.open(source("none", ""), w -> {}));
        FxThread.pause(2 * STILL_MILLIS);
    }

    private void fault() {
        openNothing();
        FxThread.run(() -> Window.getWindows().stream()
                .filter(window -> window != stage)
                .toList()
                .forEach(Window::hide));
    }

    private void hover() {
        FxThread.run(() -> {
            Node chart = view.lookupAll(".chart-pane").stream()
                    .filter(ScreenshotTour::seen)
                    .max(Comparator.comparingDouble(
                            node -> node.getLayoutBounds().getWidth()))
                    .orElseThrow();
            Bounds place = chart.localToScreen(chart.getLayoutBounds());
            new Robot()
                    .mouseMove(place.getMinX() + 0.845 * place.getWidth(), place.getMinY() + 0.66 * place.getHeight());
        });
        FxThread.pause(STILL_MILLIS);
    }

    private void methods() {
        FxThread.run(() -> view.lookupAll(".method-chooser").stream()
                .filter(ScreenshotTour::seen)
                .findFirst()
                .ifPresent(box -> {
                    box.requestFocus();
                    ((ComboBox<?>) box).show();
                }));
        FxThread.pause(STILL_MILLIS);
    }

    /** Of the icon buttons with such a spoken name, the first. */
    private void pressSpoken(String key, String of) {
        String name = of.isEmpty() ? UiText.get(key) : UiText.format(key, UiText.get(of));
        FxThread.run(() -> buttons()
                .filter(button -> name.equals(button.getAccessibleText()) && seen(button))
                .findFirst()
                .orElseThrow()
                .fire());
        settle();
    }

    private void modelChoice() {
        ModelChoice choice = new ModelChoice(
                Path.of("model.pth"), "sasrec", List.of("pmixer-2020", "pmixer-2024", "pmixer-2025"), List.of(1, 2, 5));
        Platform.runLater(() -> dialogs.chooseModel(choice));
    }
}
