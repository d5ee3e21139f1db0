/** What attended to what: heatmap of one layer and head, all heads, one row. */
package reclens.ui.attention;
