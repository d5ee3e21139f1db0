package reclens.ui.users;

/**
 * One line of the list.
 *
 * @param id user id
 * @param label what else is known, such as a segment; may be empty
 * @param events length of the history
 */
record UserRow(String id, String label, int events) {}
