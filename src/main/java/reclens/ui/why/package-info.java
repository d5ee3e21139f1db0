/** Why was this recommended: the sentence, the verdict, behaviours, product features. */
package reclens.ui.why;
