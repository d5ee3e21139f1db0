/** Words and numbers: message bundles, number and date formats, and the sentences that say what an explanation says. */
package reclens.text;
