/** The use cases that window and command line share: open, recommend, explain, export; preferences and saved sessions. */
package reclens.session;
