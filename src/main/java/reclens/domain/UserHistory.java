package reclens.domain;

import java.util.List;

/**
 * The events of one user, oldest first.
 *
 * @param user user id as the data has it
 * @param events positions 0 to size - 1
 */
public record UserHistory(String user, List<Interaction> events) {
    public UserHistory {
        events = List.copyOf(events);
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i).position() != i) {
                throw new IllegalArgumentException("event " + i + " of user " + user + " has position "
                        + events.get(i).position());
            }
        }
    }

    public int size() {
        return events.size();
    }

    /** Without the last event, which is then known to have followed; the whole history where it has but one. */
    public UserHistory heldOut() {
        return size() > 1 ? before(size() - 1) : this;
    }

    /** Only the events before {@code position}. */
    public UserHistory before(int position) {
        return new UserHistory(user, events.subList(0, position));
    }
}
