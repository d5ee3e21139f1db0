/** The users of the open workspace. */
package reclens.ui.users;
