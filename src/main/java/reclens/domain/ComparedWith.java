package reclens.domain;

import java.util.Optional;

/**
 * The second side of a comparison, whose first side is the selection, in words that outlast the window.
 *
 * @param kind what is compared: {@code items}, {@code users}, {@code models} or {@code edit}; empty for the usual
 * @param item id of the other item; empty for the next best
 * @param user id of the other user; empty for the next one
 * @param model title of the other model, which is empty for the main one; nothing for the first other
 * @param method name of the method, as on the command line; empty for the usual one
 */
public record ComparedWith(String kind, String item, String user, Optional<String> model, String method) {
    /** Nothing chosen. */
    public static final ComparedWith NONE = new ComparedWith("", "", "", Optional.empty(), "");
}
