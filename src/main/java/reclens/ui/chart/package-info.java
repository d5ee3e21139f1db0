/**
 * Charts on the screen. The only package of the window that knows JFreeChart and java.awt: a chart is drawn on one canvas,
 * hover and keyboard cursor on a second, transparent one above, so that moving the mouse never redraws a chart.
 */
package reclens.ui.chart;
