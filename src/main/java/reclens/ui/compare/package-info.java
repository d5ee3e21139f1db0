/** Compare: two recommendations, users, models, or a history before and after an edit. */
package reclens.ui.compare;
