/** Icons, and the marks of event types. */
package reclens.ui.icon;
