package reclens.files;

import com.google.gson.GsonBuilder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import reclens.domain.DataException;
import reclens.domain.NotFoundException;
import reclens.domain.Problem;
import reclens.domain.SeenPolicy;
import reclens.domain.TimeOrder;
import reclens.domain.UsageException;

/** {@link WorkspaceFile} as JSON. */
final class WorkspaceJson {
    private WorkspaceJson() {}

    static WorkspaceFile read(Path folder) {
        Path file = folder.resolve(WorkspaceFile.NAME);
        if (!Files.exists(file)) {
            throw new NotFoundException(Problem.of("no workspace")
                    .at(folder.toString())
                    .expected("a folder with a " + WorkspaceFile.NAME)
                    .found(Files.isDirectory(folder) ? "a folder without it" : "no such folder"));
        }
        JsonEntries json = new JsonEntries(file, "", JsonFiles.readObject(file));
        List<String> notices = new ArrayList<>();
        String schema = json.requiredText("schema");
        if (!schema.equals(WorkspaceFile.SCHEMA)) {
            throw new DataException(Problem.of("the schema is not supported")
                    .at(file.toString())
                    .expected(WorkspaceFile.SCHEMA)
                    .found(schema));
        }
        JsonEntries main = json.object("model").orElseThrow(() -> json.missing("model"));
        ModelEntry model = model(main, main.text("title").orElse(""), notices);
        List<ModelEntry> models = json.objects("models").stream()
                .map(m -> model(m, m.requiredText("title"), notices))
                .toList();
        HistorySource history = history(json.object("history").orElseThrow(() -> json.missing("history")), notices);
        String title = json.text("title")
                .orElseGet(
                        () -> String.valueOf(folder.toAbsolutePath().normalize().getFileName()));
        Optional<Path> vocabulary = json.path("vocabulary");
        Optional<Path> userVocabulary = json.path("user_vocabulary");
        Map<String, Path> featureVocabularies = json.paths("feature_vocabularies");
        Optional<Path> featureTables = json.path("feature_tables");
        Optional<CatalogSource> items = json.object("items").map(i -> items(i, notices));
        Optional<UserTableSource> users = json.object("users").map(u -> users(u, notices));
        SeenPolicy seen = json.text("seen").map(s -> seen(json, s)).orElse(SeenPolicy.EXCLUDE);
        Optional<String> startUser = json.text("start_user");
        notices.addAll(json.unknown());
        return new WorkspaceFile(
                title,
                model,
                models,
                vocabulary,
                userVocabulary,
                featureVocabularies,
                featureTables,
                items,
                history,
                users,
                seen,
                startUser,
                notices);
    }

    private static ModelEntry model(JsonEntries json, String title, List<String> notices) {
        ModelEntry entry = new ModelEntry(title, json.requiredPath("checkpoint"), json.path("config"));
        notices.addAll(json.unknown());
        return entry;
    }

    private static HistorySource history(JsonEntries json, List<String> notices) {
        Map<String, String> columns = new LinkedHashMap<>();
        for (String role : HistoryColumns.ROLES) {
            json.text(role).ifPresent(name -> columns.put(role, name));
        }
        String format = json.text("format").orElse("");
        if (!List.of("", "csv", "tsv", "inter", "sequences", "jsonl").contains(format)) {
            json.wrong("format", "csv, tsv, inter, sequences or jsonl", format);
        }
        HistorySource source = new HistorySource(
                json.requiredPath("file"),
                columns,
                json.charset("encoding"),
                json.separator("separator"),
                json.texts("include_events"),
                json.flag("skip_bad_lines").orElse(false),
                json.flag("header"),
                format,
                order(json, json.text("order").orElse(TimeOrder.EXACT.key())));
        notices.addAll(json.unknown());
        return source;
    }

    private static CatalogSource items(JsonEntries json, List<String> notices) {
        CatalogSource source = new CatalogSource(
                json.requiredPath("file"),
                json.text("id"),
                json.text("title"),
                json.texts("features"),
                json.texts("numeric"),
                json.charset("encoding"),
                json.separator("separator"));
        notices.addAll(json.unknown());
        return source;
    }

    private static UserTableSource users(JsonEntries json, List<String> notices) {
        UserTableSource source = new UserTableSource(
                json.requiredPath("file"),
                json.text("id"),
                json.texts("features"),
                json.charset("encoding"),
                json.separator("separator"));
        notices.addAll(json.unknown());
        return source;
    }

    private static TimeOrder order(JsonEntries json, String key) {
        try {
            return TimeOrder.parse(key);
        } catch (UsageException e) {
            return json.wrong("order", "exact or recbole", key);
        }
    }

    private static SeenPolicy seen(JsonEntries json, String key) {
        try {
            return SeenPolicy.parse(key);
        } catch (UsageException e) {
            return json.wrong("seen", "exclude, exclude-window, include or zero", key);
        }
    }

    static void write(Path folder, WorkspaceFile workspace) {
        String json = new GsonBuilder()
                .setPrettyPrinting()
                .disableHtmlEscaping()
                .create()
                .toJson(document(folder, workspace));
        AtomicFiles.write(
                folder.resolve(WorkspaceFile.NAME), out -> out.write((json + "\n").getBytes(StandardCharsets.UTF_8)));
    }

    private static Map<String, Object> document(Path folder, WorkspaceFile workspace) {
        Entries root = new Entries(folder)
                .put("schema", WorkspaceFile.SCHEMA)
                .put("title", workspace.title())
                .put("model", model(folder, workspace.model()));
        root.put(
                        "models",
                        workspace.models().stream().map(m -> model(folder, m)).toList())
                .path("vocabulary", workspace.vocabulary())
                .path("user_vocabulary", workspace.userVocabulary());
        Entries vocabularies = new Entries(folder);
        workspace.featureVocabularies().forEach((name, path) -> vocabularies.path(name, Optional.of(path)));
        root.put("feature_vocabularies", vocabularies.map).path("feature_tables", workspace.featureTables());
        workspace.items().ifPresent(items -> root.put("items", items(folder, items)));
        root.put("history", history(folder, workspace.history()));
        workspace.users().ifPresent(users -> root.put("users", users(folder, users)));
        workspace.startUser().ifPresent(user -> root.put("start_user", user));
        return root.put("seen", workspace.seen().key()).map;
    }

    private static Map<String, Object> model(Path folder, ModelEntry model) {
        return new Entries(folder)
                .put("title", model.title())
                .path("checkpoint", Optional.of(model.checkpoint()))
                .path("config", model.config())
                .map;
    }

    private static Map<String, Object> items(Path folder, CatalogSource items) {
        return new Entries(folder)
                .path("file", Optional.of(items.file()))
                .put("id", items.id().orElse(""))
                .put("title", items.title().orElse(""))
                .put("features", items.features())
                .put("numeric", items.numeric())
                .put("encoding", items.encoding().map(Charset::name).orElse(""))
                .put("separator", items.separator().map(String::valueOf).orElse(""))
                .map;
    }

    private static Map<String, Object> history(Path folder, HistorySource history) {
        Entries entries = new Entries(folder).path("file", Optional.of(history.file()));
        for (String role : HistoryColumns.ROLES) {
            String name = history.columns().get(role);
            if (name != null) {
                entries.map.put(role, name); // an empty one too: it says that no column is to be taken
            }
        }
        if (history.skipBadLines()) {
            entries.put("skip_bad_lines", true);
        }
        history.header().ifPresent(header -> entries.map.put("header", header));
        if (history.order() != TimeOrder.EXACT) {
            entries.put("order", history.order().key());
        }
        return entries.put("format", history.format())
                .put("encoding", history.encoding().map(Charset::name).orElse(""))
                .put("separator", history.separator().map(String::valueOf).orElse(""))
                .put("include_events", history.includeEvents())
                .map;
    }

    private static Map<String, Object> users(Path folder, UserTableSource users) {
        return new Entries(folder)
                .path("file", Optional.of(users.file()))
                .put("id", users.id().orElse(""))
                .put("features", users.features())
                .put("encoding", users.encoding().map(Charset::name).orElse(""))
                .put("separator", users.separator().map(String::valueOf).orElse(""))
                .map;
    }

    /** An object under construction; what is empty is left out. */
    private static final class Entries {
        private final Path folder;
        private final Map<String, Object> map = new LinkedHashMap<>();

        Entries(Path folder) {
            this.folder = folder.toAbsolutePath().normalize();
        }

        Entries put(String key, Object value) {
            boolean empty = value.equals("") || value.equals(List.of()) || value.equals(Map.of());
            if (!empty) {
                map.put(key, value);
            }
            return this;
        }

        Entries path(String key, Optional<Path> path) {
            path.ifPresent(p -> {
                Path absolute = p.toAbsolutePath().normalize();
                Path shown = absolute.startsWith(folder) ? folder.relativize(absolute) : absolute;
                map.put(key, shown.toString().replace('\\', '/'));
            });
            return this;
        }
    }
}
