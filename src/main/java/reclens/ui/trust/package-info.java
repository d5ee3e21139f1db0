/** How far an explanation can be trusted: curves, methods side by side, planted truth, hit or miss. */
package reclens.ui.trust;
