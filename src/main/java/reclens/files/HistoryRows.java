package reclens.files;

import java.util.ArrayList;
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
    private static final int NONE = IdColumn.NONE;
    /** Reading starts anew after each of them. */
    private static final int MAX_BROKEN_LINES = 200;

    private final HistorySource source;
    private final HistoryColumns columns;
    private final CancellationToken cancellation;
    private final IdColumn users = new IdColumn();
    private final IdColumn sessions = new IdColumn();
    private final IdColumn items = new IdColumn();
    private final IdColumn events = new IdColumn();
    private final DestroyedIds destroyed = new DestroyedIds();
    private final LogBuilder log;
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
        this.log = new LogBuilder(source.order());
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
        user = absent ? NONE : users.intern(chars, from, length);
    }

    void session(char[] chars, int from, int length) {
        session = sessions.intern(chars, from, length);
    }

    void item(char[] chars, int from, int length) {
        item = items.intern(chars, from, length);
    }

    void event(char[] chars, int from, int length) {
        int known = events.size();
        event = events.intern(chars, from, length);
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
        } else {
            checkDestroyed(ColumnNames.USER, users, user, line);
            checkDestroyed(ColumnNames.SESSION, sessions, user >= 0 ? NONE : session, line);
            checkDestroyed(ColumnNames.ITEM, items, item, line);
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

    /** Notes a destroyed id, of which all are reported together at the end; a fault only where lines are skipped. */
    private void checkDestroyed(String role, IdColumn ids, int index, long line) {
        if (ids.isDestroyed(index)) {
            destroyed.note(columnName(role), line, ids.text(index));
            if (source.skipBadLines()) {
                fault("a spreadsheet destroyed the id " + ids.text(index));
            }
        }
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
        List<String> needed =
                List.of(columnName(ColumnNames.USER), columnName(ColumnNames.SESSION), columnName(ColumnNames.ITEM));
        if (!source.skipBadLines()) {
            needed.forEach(column -> destroyed.refuse(source.file(), column));
        }
        all.addAll(destroyed.notices(needed));
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
                .fix(filtered ? "check include_events" : "give a file with at least one event below its heading"));
    }

    private String columnName(String role) {
        int index = columns.index(role);
        return index < 0 ? role : columns.columns().get(index);
    }

    private static boolean isAbsent(char[] chars, int from, int length) {
        return length == 0
                || length == 2 && chars[from] == 'N' && chars[from + 1] == 'A'
                || length == 2 && chars[from] == '\\' && chars[from + 1] == 'N'
                || length <= 4 && (new String(chars, from, length).matches("(?i)nan|null|none"));
    }
}
