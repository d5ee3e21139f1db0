package reclens.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import reclens.session.Preferences;
import reclens.ui.attention.AttentionView;
import reclens.ui.attention.AttentionViewModel;
import reclens.ui.chart.ChartTheme;
import reclens.ui.chart.PictureFoot;
import reclens.ui.compare.CompareView;
import reclens.ui.compare.CompareViewModel;
import reclens.ui.control.MenuKey;
import reclens.ui.dialog.DialogService;
import reclens.ui.evolution.EvolutionView;
import reclens.ui.evolution.EvolutionViewModel;
import reclens.ui.history.HistoryView;
import reclens.ui.history.HistoryViewModel;
import reclens.ui.palette.PaletteField;
import reclens.ui.palette.PaletteViewModel;
import reclens.ui.recommendations.RecommendationsView;
import reclens.ui.recommendations.RecommendationsViewModel;
import reclens.ui.settings.Settings;
import reclens.ui.theme.ThemeManager;
import reclens.ui.trust.TrustView;
import reclens.ui.trust.TrustViewModel;
import reclens.ui.users.UserChooser;
import reclens.ui.users.UsersView;
import reclens.ui.users.UsersViewModel;
import reclens.ui.welcome.WelcomeActions;
import reclens.ui.welcome.WelcomeView;
import reclens.ui.whatif.WhatIfView;
import reclens.ui.whatif.WhatIfViewModel;
import reclens.ui.why.WhyView;
import reclens.ui.why.WhyViewModel;
import reclens.ui.wizard.WizardWindow;
import reclens.ui.workbench.EditedHistories;
import reclens.ui.workbench.Workbench;

/** Everything inside the window's frame. */
public final class MainView extends BorderPane {
    private static final List<String> SAMPLES = List.of("shop", "feed", "video");

    private final ShellViewModel model;
    private final WizardWindow wizard;
    private final Actions actions;
    private final Panes panes;
    private final StackPane center = new StackPane();
    private WelcomeView welcome;

    public MainView(Workbench workbench, DialogService dialogs, Preferences preferences, ThemeManager theme) {
        model = new ShellViewModel(workbench, dialogs, preferences);
        new AppliedSettings(workbench, theme.settings());
        wizard = new WizardWindow(workbench, dialogs, theme, model.opening()::openFolder);
        actions = new Actions(model, theme, wizard);
        MainMenu menu = new MainMenu(model, actions);
        PaletteField palette = new PaletteField(new PaletteViewModel(workbench, () -> MenuActions.of(menu)));
        panes = panes(workbench, theme);
        PictureFoot.set(
                panes,
                () -> PictureWords.of(
                        workbench,
                        model.screenProperty().get(),
                        model.trustPageProperty().get()));
        panes.visibleProperty()
                .bind(model.openProperty()
                        .or(model.opening().openingFirstProperty())
                        .and(model.welcomeProperty().not()));
        panes.visibleProperty().addListener((p, was, now) -> showWelcome(!now));
        actions.setFocusActions(palette::open, this::focusUsers);
        setTop(new TopBar(menu, new ModelBox(new ModelsViewModel(model)), palette, actions));
        setLeft(new Rail(model));
        setCenter(center);
        center.getChildren().add(panes);
        model.opening().cutShortProperty().addListener(p -> showCutShort());
        model.opening().offeredProperty().addListener(p -> showCutShort());
        sceneProperty().addListener((p, was, now) -> showWelcome(!panes.isVisible()));
        setBottom(new StatusBar(
                new StatusViewModel(workbench), () -> actions.openLog(getScene().getWindow())));
        new Presenter(this, model, ChartTheme.of(theme));
        setFocusTraversable(false);
        acceptDrops();
        MenuKey.follow(this);
        addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                workbench.selection().clearEvent();
            }
        });
        theme.settings().onChange(model::savePreferences);
    }

    public ShellViewModel model() {
        return model;
    }

    /** Whether the preferences are open. */
    public boolean preferencesShown() {
        return actions.preferencesShown();
    }

    public void openPreferences() {
        actions.openPreferences(getScene().getWindow());
    }

    /** The welcome page is made when it is first needed; most starts go straight to a workspace. */
    private void showWelcome(boolean shown) {
        if (shown && welcome == null) {
            welcome = new WelcomeView(model.recent().list(), welcomeActions());
            center.getChildren().add(0, welcome);
        }
        if (shown) {
            model.recent().prune();
        }
        if (welcome != null) {
            welcome.setVisible(shown);
        }
    }

    private WelcomeActions welcomeActions() {
        List<WelcomeActions.Sample> samples = SAMPLES.stream()
                .map(name -> new WelcomeActions.Sample(name, StartArguments.sample(name)))
                .toList();
        return new WelcomeActions(
                samples,
                model.opening()::openFolder,
                model.opening()::restoreLast,
                model.opening()::chooseWorkspace,
                () -> wizard.show(getScene().getWindow(), List.of()));
    }

    private static WhyViewModel why(Workbench workbench, Settings settings) {
        WhyViewModel why = new WhyViewModel(workbench);
        why.topProperty().set(settings.topProperty().get());
        settings.topProperty().addListener((p, was, now) -> why.topProperty().set(now));
        return why;
    }

    /** Made only after a crash. */
    private void showCutShort() {
        if (model.opening().offeredProperty().get() != null) {
            setCenter(new BorderPane(center, CutShortBar.offered(model), null, null, null));
        } else if (model.opening().cutShortProperty().get()) {
            setCenter(new BorderPane(center, CutShortBar.broughtBack(model), null, null, null));
        } else {
            setCenter(center);
        }
    }

    private Panes panes(Workbench workbench, ThemeManager theme) {
        ChartTheme charts = ChartTheme.of(theme);
        UsersViewModel users = new UsersViewModel(workbench);
        users.onHeldOut(model::openHeldOut);
        RecommendationsViewModel recommendations = new RecommendationsViewModel(workbench);
        recommendations.onWhyNot(() -> model.screenProperty().set(Screen.COMPARE));
        EditedHistories edits = model.edits();
        return new Panes(
                model,
                new UsersView(users),
                new UserChooser(users),
                new HistoryView(new HistoryViewModel(workbench)),
                new RecommendationsView(recommendations),
                Map.of(
                        Screen.WHY, () -> new WhyView(why(workbench, theme.settings()), charts),
                        Screen.ATTENTION, () -> new AttentionView(new AttentionViewModel(workbench), charts),
                        Screen.WHAT_IF,
                                () -> new WhatIfView(
                                        new WhatIfViewModel(workbench, edits), new UserChooser(users), charts),
                        Screen.EVOLUTION,
                                () -> new EvolutionView(
                                        new EvolutionViewModel(workbench), new UserChooser(users), charts),
                        Screen.COMPARE,
                                () -> new CompareView(
                                        new CompareViewModel(
                                                workbench,
                                                edits,
                                                model.opening().choices(),
                                                model.comparedProperty()),
                                        new UserChooser(users),
                                        charts,
                                        () -> model.screenProperty().set(Screen.WHAT_IF)),
                        Screen.TRUST,
                                () -> new TrustView(
                                        new TrustViewModel(workbench, model.trustPageProperty()),
                                        new UserChooser(users),
                                        charts)));
    }

    private void focusUsers() {
        if (panes.usersUnfolded()) {
            panes.users().focusSearch();
        } else {
            panes.chooser().open();
        }
    }

    private void acceptDrops() {
        setOnDragOver(e -> {
            if (e.getDragboard().hasFiles()) {
                e.acceptTransferModes(TransferMode.COPY, TransferMode.LINK);
            }
            e.consume();
        });
        setOnDragDropped(this::drop);
    }

    private void drop(DragEvent e) {
        boolean files = e.getDragboard().hasFiles();
        if (files) {
            List<Path> paths = e.getDragboard().getFiles().stream()
                    .map(java.io.File::toPath)
                    .toList();
            if (!new DroppedFiles(model).open(paths)) {
                wizard.show(getScene().getWindow(), paths);
            }
        }
        e.setDropCompleted(files);
        e.consume();
    }
}
