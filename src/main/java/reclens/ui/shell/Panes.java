package reclens.ui.shell;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.geometry.Orientation;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import reclens.session.Preferences;
import reclens.ui.control.PaneRow;
import reclens.ui.history.HistoryView;
import reclens.ui.users.HasUserChooser;
import reclens.ui.users.UserChooser;
import reclens.ui.users.UsersView;

/**
 * Users, context (history over recommendations) and the chosen view, side by side with dividers. Each width and view
 * remembers the sizes the user gave it. A view is made when it is first shown.
 */
final class Panes extends BorderPane {
    /** Width of the rail beside, so that the classes are those of the window. */
    private static final double RAIL = 72;

    private static final double HISTORY_SHARE = 0.52;

    private final ShellViewModel model;
    private final UsersView users;
    private final UserChooser chooser;
    private final HistoryView history;
    private final VBox context = new VBox();
    private final SplitPane stack = new SplitPane();
    private final PaneRow row = new PaneRow();
    private final Map<Screen, Supplier<? extends Region>> makers;
    private final Map<Screen, Region> views = new EnumMap<>(Screen.class);
    private WidthClass width = WidthClass.MEDIUM;

    Panes(
            ShellViewModel model,
            UsersView users,
            UserChooser chooser,
            HistoryView history,
            Region recommendations,
            Map<Screen, Supplier<? extends Region>> makers) {
        this.model = model;
        this.users = users;
        this.chooser = chooser;
        this.history = history;
        this.makers = new EnumMap<>(makers);
        stack.setOrientation(Orientation.VERTICAL);
        stack.getItems().addAll(history, recommendations);
        stack.setDividerPositions(model.preferences().number("pane.history").orElse(HISTORY_SHARE));
        stack.getDividers().get(0).positionProperty().addListener((p, was, now) -> {
            if (getScene() != null) {
                model.preferences().put("pane.history", now.toString());
            }
        });
        VBox.setVgrow(stack, javafx.scene.layout.Priority.ALWAYS);
        history.setMinHeight(120);
        recommendations.setMinHeight(120);
        context.getStyleClass().add("pane");
        context.getChildren().add(stack);
        row.onResized(this::remember);
        setCenter(row);
        setMinWidth(0);
        model.screenProperty().addListener((p, was, now) -> arrange());
        widthProperty().addListener((p, was, now) -> resized());
        arrange();
    }

    /** The folded list of users that is in sight. */
    UserChooser chooser() {
        return views.get(model.screenProperty().get()) instanceof HasUserChooser view ? view.chooser() : chooser;
    }

    UsersView users() {
        return users;
    }

    boolean usersUnfolded() {
        return width.usersUnfolded(model.screenProperty().get());
    }

    private void resized() {
        WidthClass now = WidthClass.of(getWidth() + RAIL);
        if (now != width) {
            width = now;
            arrange();
        }
    }

    private void arrange() {
        Screen screen = model.screenProperty().get();
        if (screen.alone()) {
            row.show(List.of(view(screen)));
            return;
        }
        boolean unfolded = width.usersUnfolded(screen);
        showChooser(!unfolded);
        history.setLegendShown(unfolded || width == WidthClass.WIDE);
        history.barsProperty().set(screen == Screen.WHY); // they belong to that page's method
        double contextWidth = size("context", width.context(screen));
        Region view = view(screen);
        if (unfolded) {
            row.show(List.of(users, context, view), size("users", width.users()), contextWidth);
        } else {
            row.show(List.of(context, view), contextWidth);
        }
    }

    /** Added when it is first needed, then hidden and shown: a list that is taken out and put back is styled anew. */
    private void showChooser(boolean shown) {
        if (shown && !context.getChildren().contains(chooser)) {
            context.getChildren().add(0, chooser);
        }
        chooser.setManaged(shown);
        chooser.setVisible(shown);
    }

    private Region view(Screen screen) {
        return views.computeIfAbsent(screen, s -> makers.get(s).get());
    }

    private double size(String pane, double preset) {
        return model.preferences()
                .number(width.key(model.screenProperty().get(), pane))
                .orElse(preset);
    }

    private void remember(double[] widths) {
        Screen screen = model.screenProperty().get();
        Preferences preferences = model.preferences();
        if (widths.length == 2) {
            preferences.put(width.key(screen, "users"), Double.toString(widths[0]));
        }
        preferences.put(width.key(screen, "context"), Double.toString(widths[widths.length - 1]));
        model.savePreferences();
    }
}
