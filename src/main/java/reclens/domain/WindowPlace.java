package reclens.domain;

/**
 * Where a window stands, in logical pixels of the screen.
 *
 * @param maximised whether it fills the screen; the other values are then those it returns to
 */
public record WindowPlace(double x, double y, double width, double height, boolean maximised) {}
