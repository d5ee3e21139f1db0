package reclens.ui.control;

import javafx.scene.layout.Region;

/**
 * What a cell of a list shows, laid out by itself. A list styles and measures every cell that asks for layout, with all that is in
 * it; new words in a cell of fixed size need neither.
 */
public final class CellContent extends Region {
    private final Region content;

    public CellContent(Region content) {
        this.content = content;
        content.setManaged(false);
        getChildren().add(content);
    }

    @Override
    protected double computePrefHeight(double width) {
        return content.prefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        content.resizeRelocate(0, 0, getWidth(), getHeight());
    }
}
