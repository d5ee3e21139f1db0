/** The command line: options, exit codes, what goes to standard output. No window, no display. */
package reclens.cli;
