package reclens.ui.palette;

/**
 * Something found.
 *
 * @param icon name of its icon
 * @param title what it is called
 * @param note what it is
 * @param shortcut as shown to the user; empty where it has none
 * @param go does or selects it
 */
public record PaletteHit(String icon, String title, String note, String shortcut, Runnable go) {}
