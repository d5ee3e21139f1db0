package reclens.ui.palette;

import java.util.function.BooleanSupplier;

/**
 * Something the window can do.
 *
 * @param title as the menu has it
 * @param group the menu it stands in
 * @param shortcut as shown to the user; empty where it has none
 * @param enabled whether it can be done now
 * @param run does it
 */
public record PaletteAction(String title, String group, String shortcut, BooleanSupplier enabled, Runnable run) {}
