package reclens.ui.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import reclens.ui.palette.PaletteAction;

/** What the menus hold, for the palette and the sheet of shortcuts: the menus are the one list of what can be done. */
final class MenuActions {
    private MenuActions() {}

    static List<PaletteAction> of(MenuBar bar) {
        List<PaletteAction> actions = new ArrayList<>();
        bar.getMenus().forEach(menu -> addAll(menu, plain(menu.getText()), actions));
        return actions;
    }

    private static void addAll(Menu menu, String group, List<PaletteAction> actions) {
        for (MenuItem item : menu.getItems()) {
            if (item instanceof Menu inner) {
                addAll(inner, plain(inner.getText()), actions);
            } else if (!(item instanceof SeparatorMenuItem)) {
                boolean mnemonic = item.isMnemonicParsing();
                actions.add(new PaletteAction(
                        mnemonic ? plain(item.getText()) : item.getText(),
                        group,
                        item.getAccelerator() == null
                                ? ""
                                : item.getAccelerator().getDisplayText().replace('_', ' '), // Page_Down
                        () -> !item.isDisable(),
                        item::fire));
            }
        }
    }

    /** A menu's text without the mark of its mnemonic; Chinese texts have it in brackets behind. */
    static String plain(String text) {
        return text.replaceAll("\\s*\\(_\\p{Alnum}\\)", "").replace("_", "").replace("\u2026", "");
    }
}
