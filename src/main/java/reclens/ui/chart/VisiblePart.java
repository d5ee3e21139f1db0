package reclens.ui.chart;

/** Which rows and columns of a matrix are in sight: zoom, pan, and back. Coordinates count rows and columns. */
final class VisiblePart {
    /** Fewest rows and columns in sight: large enough cells for their numbers. */
    private static final double LEAST = 4;

    private double rows = 1;
    private double columns = 1;
    private double top;
    private double bottom = 1;
    private double left;
    private double right = 1;

    /** Shows all of a matrix; keeps the part in sight where the size is the same. */
    void size(int newRows, int newColumns) {
        if (newRows != rows || newColumns != columns) {
            rows = Math.max(1, newRows);
            columns = Math.max(1, newColumns);
            all();
        }
    }

    void all() {
        top = 0;
        bottom = rows;
        left = 0;
        right = columns;
    }

    boolean isAll() {
        return top <= 0 && left <= 0 && bottom >= rows && right >= columns;
    }

    /** @param factor above 1 to come closer; the given place stays where it is on the screen */
    void zoom(double factor, double row, double column) {
        double height = Math.min(rows, Math.max(Math.min(rows, LEAST), (bottom - top) / factor));
        double width = Math.min(columns, Math.max(Math.min(columns, LEAST), (right - left) / factor));
        double fromTop = (row - top) / (bottom - top) * height;
        double fromLeft = (column - left) / (right - left) * width;
        place(row - fromTop, column - fromLeft, height, width);
    }

    void pan(double byRows, double byColumns) {
        place(top + byRows, left + byColumns, bottom - top, right - left);
    }

    /** Moves as little as needed to see a cell; returns whether it moved. */
    boolean reveal(int row, int column) {
        double y = row < top ? row : row + 1 > bottom ? row + 1 - (bottom - top) : top;
        double x = column < 0 ? left : column < left ? column : column + 1 > right ? column + 1 - (right - left) : left;
        boolean moves = y != top || x != left;
        place(y, x, bottom - top, right - left);
        return moves;
    }

    private void place(double newTop, double newLeft, double height, double width) {
        top = Math.max(0, Math.min(rows - height, newTop));
        left = Math.max(0, Math.min(columns - width, newLeft));
        bottom = top + height;
        right = left + width;
    }

    double top() {
        return top;
    }

    double bottom() {
        return bottom;
    }

    double left() {
        return left;
    }

    double right() {
        return right;
    }
}
