/**
 * The pictures: design tokens, immutable chart specs, and JFreeChart charts drawn from them with Java2D. What is drawn on
 * the screen and in a report comes from the same spec.
 */
package reclens.chart;
