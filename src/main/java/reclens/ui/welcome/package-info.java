/** The page that stands where no workspace is open. */
package reclens.ui.welcome;
