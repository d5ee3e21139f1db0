package reclens.files;

import com.google.gson.GsonBuilder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import reclens.domain.ComparedWith;
import reclens.domain.DataException;
import reclens.domain.HistoryEdit;
import reclens.domain.Problem;
import reclens.domain.TimeOrder;
import reclens.domain.UsageException;
import reclens.domain.Viewpoint;
import reclens.domain.WindowPlace;

/** {@link SessionFile} as JSON. */
final class SessionJson {
    private static final List<String> ROLES = List.of("folder", "model", "config", "vocabulary", "items", "history");
    /** No screen is as large; a number beyond it was not written by a window. */
    private static final double LARGEST = 100_000;

    private SessionJson() {}

    static SessionFile read(Path file) {
        JsonEntries json = new JsonEntries(file, "", JsonFiles.readObject(file));
        String schema = json.requiredText("schema");
        if (!schema.equals(SessionFile.SCHEMA)) {
            throw new DataException(Problem.of("the schema is not supported")
                    .at(file.toString())
                    .expected(SessionFile.SCHEMA)
                    .found(schema));
        }
        JsonEntries workspace = json.object("workspace").orElseThrow(() -> json.missing("workspace"));
        SessionFile.Source source = source(workspace);
        if (!source.paths().containsKey("folder")
                && !source.paths().keySet().containsAll(List.of("model", "history"))) {
            throw workspace.missing("folder");
        }
        return new SessionFile(
                source,
                viewpoint(json),
                edits(json),
                json.object("window").map(SessionJson::window),
                json.integer("process").orElse(0L));
    }

    private static SessionFile.Source source(JsonEntries json) {
        Map<String, Path> paths = new LinkedHashMap<>();
        ROLES.forEach(role -> json.path(role).ifPresent(path -> paths.put(role, path)));
        Map<String, String> columns = new LinkedHashMap<>();
        json.object("columns")
                .ifPresent(
                        inner -> inner.values().keySet().forEach(role -> columns.put(role, inner.requiredText(role))));
        Optional<TimeOrder> order = json.text("order").map(key -> {
            try {
                return TimeOrder.parse(key);
            } catch (UsageException e) {
                return json.wrong("order", "exact or recbole", key);
            }
        });
        return new SessionFile.Source(
                paths,
                json.text("model_title").orElse(""),
                columns,
                json.flag("skip_bad_lines").orElse(false),
                json.object("overrides").map(JsonEntries::values).orElse(Map.of()),
                order);
    }

    private static Viewpoint viewpoint(JsonEntries json) {
        Viewpoint none = Viewpoint.NONE;
        return json.object("shown")
                .map(shown -> new Viewpoint(
                        shown.text("screen").orElse(none.screen()),
                        shown.text("page").orElse(none.page()),
                        shown.text("user").orElse(none.user()),
                        shown.flag("held_out").orElse(none.heldOut()),
                        shown.text("item").orElse(none.item()),
                        shown.integer("event").orElse((long) none.event()).intValue(),
                        shown.text("method").orElse(none.method()),
                        shown.integer("layer").orElse((long) none.layer()).intValue(),
                        shown.text("head").orElse(none.head()),
                        shown.object("compared").map(SessionJson::compared).orElse(none.compared())))
                .orElse(none);
    }

    private static ComparedWith compared(JsonEntries json) {
        ComparedWith none = ComparedWith.NONE;
        return new ComparedWith(
                json.text("kind").orElse(none.kind()),
                json.text("item").orElse(none.item()),
                json.text("user").orElse(none.user()),
                json.text("model"),
                json.text("method").orElse(none.method()));
    }

    private static Map<String, List<HistoryEdit>> edits(JsonEntries json) {
        Map<String, List<HistoryEdit>> edits = new LinkedHashMap<>();
        json.object("edits").ifPresent(users -> users.values()
                .keySet()
                .forEach(user -> edits.put(
                        user,
                        users.objects(user).stream().map(SessionJson::edit).toList())));
        return edits;
    }

    private static HistoryEdit edit(JsonEntries json) {
        String kind = json.requiredText("edit");
        return switch (kind) {
            case "remove" -> new HistoryEdit.Remove(json.position("position"));
            case "move" -> new HistoryEdit.Move(json.position("position"), json.position("before"));
            case "insert" ->
                new HistoryEdit.Insert(
                        json.position("before"),
                        json.requiredText("item"),
                        json.text("event").orElse(""));
            case "replace" -> new HistoryEdit.Replace(json.position("position"), json.requiredText("item"));
            case "type" -> new HistoryEdit.ChangeType(json.position("position"), json.requiredText("event"));
            default -> json.wrong("edit", "remove, move, insert, replace or type", kind);
        };
    }

    private static WindowPlace window(JsonEntries json) {
        return new WindowPlace(
                json.number("x", -LARGEST, LARGEST),
                json.number("y", -LARGEST, LARGEST),
                json.number("width", 1, LARGEST),
                json.number("height", 1, LARGEST),
                json.flag("maximised").orElse(false));
    }

    static void write(Path file, SessionFile session) {
        String json = new GsonBuilder()
                .setPrettyPrinting()
                .disableHtmlEscaping()
                .create()
                .toJson(document(file.toAbsolutePath().normalize().getParent(), session));
        AtomicFiles.write(file, out -> out.write((json + "\n").getBytes(StandardCharsets.UTF_8)));
    }

    private static Map<String, Object> document(Path beside, SessionFile session) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("schema", SessionFile.SCHEMA);
        root.put("workspace", source(beside, session.source()));
        Viewpoint at = session.viewpoint();
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("screen", at.screen());
        if (!at.page().isEmpty()) {
            shown.put("page", at.page());
        }
        shown.put("user", at.user());
        if (at.heldOut()) {
            shown.put("held_out", true);
        }
        shown.put("item", at.item());
        shown.put("event", at.event());
        shown.put("method", at.method());
        shown.put("layer", at.layer());
        shown.put("head", at.head());
        if (!at.compared().equals(ComparedWith.NONE)) {
            shown.put("compared", compared(at.compared()));
        }
        root.put("shown", shown);
        if (!session.edits().isEmpty()) {
            Map<String, Object> edits = new LinkedHashMap<>();
            session.edits()
                    .forEach((user, list) ->
                            edits.put(user, list.stream().map(SessionJson::edit).toList()));
            root.put("edits", edits);
        }
        session.window().ifPresent(window -> root.put("window", window));
        if (session.process() != 0) {
            root.put("process", session.process());
        }
        return root;
    }

    private static Map<String, Object> compared(ComparedWith with) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("kind", with.kind());
        map.put("item", with.item());
        map.put("user", with.user());
        with.model().ifPresent(title -> map.put("model", title));
        map.put("method", with.method());
        return map;
    }

    private static Map<String, Object> source(Path beside, SessionFile.Source source) {
        Map<String, Object> map = new LinkedHashMap<>();
        source.paths().forEach((role, path) -> {
            Path absolute = path.toAbsolutePath().normalize();
            Path shown = absolute.startsWith(beside) ? beside.relativize(absolute) : absolute;
            map.put(role, shown.toString().isEmpty() ? "." : shown.toString().replace('\\', '/'));
        });
        if (!source.modelTitle().isEmpty()) {
            map.put("model_title", source.modelTitle());
        }
        if (!source.columns().isEmpty()) {
            map.put("columns", source.columns());
        }
        if (source.skipBadLines()) {
            map.put("skip_bad_lines", true);
        }
        if (!source.overrides().isEmpty()) {
            map.put("overrides", source.overrides());
        }
        source.order().ifPresent(order -> map.put("order", order.key()));
        return map;
    }

    private static Map<String, Object> edit(HistoryEdit edit) {
        Map<String, Object> map = new LinkedHashMap<>();
        if (edit instanceof HistoryEdit.Remove remove) {
            map.put("edit", "remove");
            map.put("position", remove.position());
        } else if (edit instanceof HistoryEdit.Move move) {
            map.put("edit", "move");
            map.put("position", move.position());
            map.put("before", move.before());
        } else if (edit instanceof HistoryEdit.Insert insert) {
            map.put("edit", "insert");
            map.put("before", insert.before());
            map.put("item", insert.item());
            map.put("event", insert.event());
        } else if (edit instanceof HistoryEdit.Replace replace) {
            map.put("edit", "replace");
            map.put("position", replace.position());
            map.put("item", replace.item());
        } else if (edit instanceof HistoryEdit.ChangeType change) {
            map.put("edit", "type");
            map.put("position", change.position());
            map.put("event", change.event());
        }
        return map;
    }
}
