/** Why a recommendation was made: attributions to events, product features, and how far they can be trusted. */
package reclens.explanation;
