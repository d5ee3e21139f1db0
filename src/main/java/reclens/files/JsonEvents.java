package reclens.files;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import reclens.domain.CancellationToken;
import reclens.domain.DataException;
import reclens.domain.Problem;

/** JSON lines: one event a line, or one session a line with its {@code events}, as OTTO publishes them. */
final class JsonEvents {
    private static final String EVENTS = "events";

    private final HistorySource source;
    private final CancellationToken cancellation;
    private HistoryColumns columns;
    private HistoryRows rows;

    JsonEvents(HistorySource source, CancellationToken cancellation) {
        this.source = source;
        this.cancellation = cancellation;
    }

    /** Reads one line; the first one decides which keys play which role. */
    void line(long number, String text) {
        Map<String, Object> object;
        try {
            object = object(number, text);
        } catch (DataException e) {
            if (rows == null || !source.skipBadLines()) {
                throw e;
            }
            rows.badLine(number, e.problem().what());
            return;
        }
        if (rows == null) {
            columns = columns(object);
            rows = new HistoryRows(source, columns, cancellation);
        }
        if (object.get(EVENTS) instanceof List<?> events) {
            session(number, object, events);
        } else {
            parts(object);
            rows.endLine(number);
        }
    }

    /** @throws DataException when there was no line */
    HistoryRows rows() {
        if (rows == null) {
            throw new DataException(Problem.of("no events in the file")
                    .at(source.file().toString())
                    .fix("give a file with at least one line of events"));
        }
        return rows;
    }

    private void session(long number, Map<String, Object> session, List<?> events) {
        for (Object event : events) {
            parts(session);
            if (event instanceof Map<?, ?>) {
                parts(JsonFiles.asMap(event));
            } else {
                rows.fault("an event is no JSON object");
            }
            rows.commit(number, false);
        }
        rows.endSession();
    }

    /** One object an event: a session's own entries stand in each of its events. */
    static List<Map<String, Object>> flat(Map<String, Object> object) {
        if (!(object.get(EVENTS) instanceof List<?> events)) {
            return List.of(object);
        }
        List<Map<String, Object>> flat = new ArrayList<>();
        for (Object event : events) {
            Map<String, Object> whole = new LinkedHashMap<>(object);
            whole.remove(EVENTS);
            if (event instanceof Map<?, ?>) {
                whole.putAll(JsonFiles.asMap(event));
            }
            flat.add(whole);
        }
        return flat;
    }

    private Map<String, Object> object(long number, String text) {
        String where = source.file() + ":" + number;
        Object value = JsonFiles.parseLine(where, text);
        if (!(value instanceof Map<?, ?>)) {
            throw new DataException(Problem.of("not a JSON object")
                    .at(where)
                    .expected("one event, or one session with its events")
                    .found(JsonFiles.kind(value)));
        }
        return JsonFiles.asMap(value);
    }

    private HistoryColumns columns(Map<String, Object> first) {
        Set<String> keys = new LinkedHashSet<>();
        first.forEach((key, value) -> {
            if (!(value instanceof List) && !(value instanceof Map)) {
                keys.add(key);
            }
        });
        if (first.get(EVENTS) instanceof List<?> events) {
            for (Object event : events) {
                if (event instanceof Map<?, ?>) {
                    keys.addAll(JsonFiles.asMap(event).keySet());
                }
            }
        }
        return HistoryColumns.of(source.file(), new ArrayList<>(keys), true, List.of(), source.columns());
    }

    private void parts(Map<String, Object> object) {
        columns.roles().forEach((role, index) -> {
            Object value = object.get(columns.columns().get(index));
            if (value != null) {
                char[] text = String.valueOf(value).toCharArray();
                switch (role) {
                    case ColumnNames.USER -> rows.user(text, 0, text.length);
                    case ColumnNames.SESSION -> rows.session(text, 0, text.length);
                    case ColumnNames.ITEM -> rows.item(text, 0, text.length);
                    case ColumnNames.EVENT -> rows.event(text, 0, text.length);
                    case ColumnNames.TIME -> rows.time(text, 0, text.length);
                    default -> rows.offset(text, 0, text.length);
                }
            }
        });
    }
}
