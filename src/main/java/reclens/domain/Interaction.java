package reclens.domain;

import java.time.Instant;

/**
 * One event of a user's history.
 *
 * @param position 0-based place in the user's whole sorted history
 * @param item item id as the data has it
 * @param event type such as {@code view} or {@code purchase}; empty when the data has none
 * @param time null when the data has none
 */
public record Interaction(int position, String item, String event, Instant time) {
    /** What was done to which item, as models name it that read events rather than items: {@code view:1193}. */
    public String token() {
        return event + ":" + item;
    }
}
