/** An explanation on one page: drawn with Java2D from the same chart specs as the window, written as PNG with provenance. */
package reclens.report;
