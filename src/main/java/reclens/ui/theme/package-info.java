/** Light and dark: AtlantaFX's Primer below, one style sheet of our own above, both fed by the token table. */
package reclens.ui.theme;
