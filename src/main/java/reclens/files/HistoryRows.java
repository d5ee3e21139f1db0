package reclens.files;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import reclens.domain.CancellationToken;
import reclens.domain.DataException;
import reclens.domain.InteractionLog;
import reclens.domain.Problem;

/**
 * Takes the events of a history file one by one, whatever its format: interns ids, parses times, drops events of other
 * types, counts malformed lines and destroyed ids.
 */
final class HistoryRows {
    private static final int LISTED_BAD_LINES = 20;
    private static final int MAX_EVENT_TYPES = 127;
    private static final int NONE = -1;
    /** Reading starts anew after each of them. */
    private static final int MAX_BROKEN_LINES = 200;

    private final HistorySource source;
    private final HistoryColumns columns;
    private final CancellationToken cancellation;
    private final SliceInterner users = new SliceInterner();
    private final SliceInterner sessions = new SliceInterner();
    private final SliceInterner items = new SliceInterner();
    private final SliceInterner events = new SliceInterner();
    private final BitSet checkedItems = new BitSet();
    private final BitSet destroyedItems = new BitSet();
    private final DestroyedIds destroyed = new DestroyedIds();
    private final LogBuilder log = new LogBuilder();
    private final List<BadLine> badLines = new ArrayList<>();
    private final boolean hasSession;
    private final boolean hasTime;
    private final boolean hasEvent;
    private boolean[] included = new boolean[MAX_EVENT_TYPES + 1];
    private long lines;
    private int brokenLines;
    private long badLineCount;
    private long leftOut;
    private boolean sessionsStandIn;

    private int user;
    private int session;
    private int item;
    private int event;
    private long time;
    private long offset;
    private String problem;

    HistoryRows(HistorySource source, HistoryColumns columns, CancellationToken cancellation) {
        this.source = source;
        this.columns = columns;
        this.cancellation = cancellation;
        this.hasSession = columns.index(ColumnNames.SESSION) >= 0;
        this.hasTime = columns.index(ColumnNames.TIME) >= 0;
        this.hasEvent = columns.index(ColumnNames.EVENT) >= 0;
        clear();
    }

    private void clear() {
        user = NONE;
        session = NONE;
        item = NONE;
        event = NONE;
        time = InteractionLog.NO_TIME;
        offset = 0;
        problem = null;
    }

    void user(char[] chars, int from, int length) {
        boolean absent = hasSession && isAbsent(chars, from, length);
        user = absent ? NONE : intern(users, chars, from, length);
    }

    void session(char[] chars, int from, int length) {
        session = intern(sessions, chars, from, length);
    }

    void item(char[] chars, int from, int length) {
        item = intern(items, chars, from, length);
        if (item >= 0 && !checkedItems.get(item)) {
            checkedItems.set(item);
            destroyedItems.set(item, DestroyedIds.matches(items.text(item)));
        }
    }

    void event(char[] chars, int from, int length) {
        int known = events.size();
        event = intern(events, chars, from, length);
        if (event > MAX_EVENT_TYPES - 1) {
            throw new DataException(Problem.of("more than " + MAX_EVENT_TYPES + " types of events")
                    .at(source.file().toString())
                    .expected("a few, such as view, cart, purchase")
                    .found("'" + events.text(event) + "' and " + MAX_EVENT_TYPES + " others")
                    .fix("name the column of the event type, or leave it out"));
        }
        if (event == known) {
            included[event] =
                    source.includeEvents().isEmpty() || source.includeEvents().contains(events.text(event));
        }
    }

    void time(char[] chars, int from, int length) {
        time = TimeParser.parse(chars, from, length);
        if (time == TimeParser.BAD) {
            fault("the time '" + new String(chars, from, Math.min(length, 40)) + "' cannot be read");
        }
    }

    void offset(char[] chars, int from, int length) {
        for (int i = from; i < from + length; i++) {
            int digit = chars[i] - '0';
            if (digit < 0 || digit > 9 || length > 12) {
                fault("the time within the session '" + new String(chars, from, Math.min(length, 40))
                        + "' is no number");
                return;
            }
            offset = offset * 10 + digit;
        }
    }

    /** A destroyed id in a column that no event needs. */
    void otherId(int column, long line, String cell) {
        destroyed.note(columns.columns().get(column), line, cell);
    }

    /** Marks the line as malformed; the first fault counts. */
    void fault(String what) {
        if (problem == null) {
            problem = what;
        }
    }

    /** The end of a line that holds one event. */
    void endLine(long line) {
        lines++;
        commit(line);
    }

    /** The end of a line that held several events, each committed. */
    void endSession() {
        lines++;
        clear();
    }

    /** Adds the event whose parts were given; keeps user and session for the next one when {@code keep} is set. */
    void commit(long line, boolean keep) {
        int keptUser = user;
        int keptSession = session;
        commit(line);
        if (keep) {
            user = keptUser;
            session = keptSession;
        }
    }

    private void commit(long line) {
        if ((log.size() & 0xfff) == 0) {
            cancellation.check();
        }
        int who = user >= 0 ? user : session >= 0 ? -2 - session : NONE;
        if (who == NONE) {
            fault("the user is missing");
        } else if (item < 0) {
            fault("the item is missing");
        } else if (hasEvent && event < 0) {
            fault("the type of the event is missing");
        } else if (hasTime && time == InteractionLog.NO_TIME) {
            fault("the time is missing");
        } else if (destroyedItems.get(item)) {
            destroyed.note(itemColumn(), line, items.text(item));
            if (source.skipBadLines()) {
                fault("a spreadsheet destroyed the item id " + items.text(item));
            }
        }
        if (problem != null) {
            bad(line, problem);
        } else if (event >= 0 && !included[event]) {
            leftOut++;
        } else {
            sessionsStandIn |= user < 0;
            log.add(who, item, Math.max(0, event), time == InteractionLog.NO_TIME ? time : time + offset);
        }
        clear();
    }

    /** Counts a malformed line, or refuses the file. */
    void bad(long line, String what) {
        if (!source.skipBadLines()) {
            throw new DataException(Problem.of("malformed line: " + what)
                    .at(source.file() + ":" + line)
                    .fix("mend the line, or skip malformed lines"));
        }
        badLineCount++;
        if (badLines.size() < LISTED_BAD_LINES) {
            badLines.add(new BadLine(line, what));
        }
    }

    /** Counts a line that never came to its end. */
    void badLine(long line, String what) {
        lines++;
        clear();
        bad(line, what);
    }

    /** A line whose quotes are broken. */
    void broken(long line, DataException malformed) {
        if (!source.skipBadLines() || ++brokenLines > MAX_BROKEN_LINES) {
            throw malformed;
        }
        badLine(line, malformed.problem().what());
    }

    HistoryFile finish(List<String> notices) {
        List<String> all = new ArrayList<>(columns.notices());
        all.addAll(notices);
        destroyed.refuse(source.file(), itemColumn(), source.skipBadLines());
        all.addAll(destroyed.notices(itemColumn()));
        if (badLineCount > 0) {
            all.add(badLineCount + " of " + lines + " lines are malformed and were skipped, the first is line "
                    + badLines.get(0).line() + ": " + badLines.get(0).reason() + ".");
        }
        if (leftOut > 0) {
            all.add(leftOut + " events of other types than " + String.join(", ", source.includeEvents())
                    + " were left out.");
        }
        requireEvents();
        List<String> userIds = new ArrayList<>(users.texts());
        if (sessionsStandIn) {
            nameSessions(userIds, all);
        }
        List<String> types = events.size() == 0 ? List.of("") : events.texts();
        return new HistoryFile(
                log.build(sessions.size(), userIds, items.texts(), types), lines, badLines, badLineCount, all);
    }

    /** Appends the sessions to the users; a session with the id of a user is marked. */
    private void nameSessions(List<String> userIds, List<String> notices) {
        boolean mixed = !userIds.isEmpty();
        Set<String> taken = new HashSet<>(userIds);
        for (String id : sessions.texts()) {
            userIds.add(taken.contains(id) ? "session " + id : id);
        }
        if (columns.index(ColumnNames.USER) >= 0) {
            notices.add(
                    mixed
                            ? "Where the user is missing, the session stands for a user; one with the id of a user is named"
                                    + " 'session <id>'."
                            : "The column of users is empty: every session stands for a user.");
        }
    }

    private void requireEvents() {
        if (log.size() > 0) {
            return;
        }
        boolean filtered = leftOut > 0;
        throw new DataException(Problem.of(filtered ? "no event of the wanted types" : "no events in the file")
                .at(source.file().toString())
                .expected(filtered ? String.join(", ", source.includeEvents()) : "")
                .found(filtered ? String.join(", ", events.texts()) : lines + " lines of data")
                .fix(filtered ? "check include_events" : ""));
    }

    private String itemColumn() {
        int index = columns.index(ColumnNames.ITEM);
        return index < 0 || index >= columns.columns().size()
                ? "item"
                : columns.columns().get(index);
    }

    private static int intern(SliceInterner interner, char[] chars, int offset, int count) {
        int from = offset;
        int length = count;
        while (length > 0 && chars[from] <= ' ') {
            from++;
            length--;
        }
        while (length > 0 && chars[from + length - 1] <= ' ') {
            length--;
        }
        return length == 0 ? NONE : interner.intern(chars, from, length);
    }

    private static boolean isAbsent(char[] chars, int from, int length) {
        return length == 0
                || length == 2 && chars[from] == 'N' && chars[from + 1] == 'A'
                || length == 2 && chars[from] == '\\' && chars[from + 1] == 'N'
                || length <= 4 && (new String(chars, from, length).matches("(?i)nan|null|none"));
    }
}
