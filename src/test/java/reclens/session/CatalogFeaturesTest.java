package reclens.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reclens.domain.CancellationToken;
import reclens.domain.Catalog;
import reclens.domain.DataException;
import reclens.domain.ProgressListener;
import reclens.domain.Recommendation;

/** The shop's FDSA without its feature tables: the catalogue and a vocabulary for each field stand for them. */
class CatalogFeaturesTest {
    private static final Path SHOP = Path.of("sample-data/shop").toAbsolutePath();
    private static final List<String> FIELDS = List.of("category", "sub_category", "brand", "season");
    private static final int TOP = 20;

    @TempDir
    Path folder;

    @Test
    void scoresWithVocabulariesOfTheWorkspaceAsWithTheTables() throws IOException {
        JsonObject vocabularies = new JsonObject();
        for (Map.Entry<String, List<String>> field : vocabularies().entrySet()) {
            Files.writeString(folder.resolve(field.getKey() + ".json"), new Gson().toJson(field.getValue()));
            vocabularies.addProperty(field.getKey(), field.getKey() + ".json");
        }
        write(vocabularies, SHOP.resolve("fdsa.json"));

        try (Workspace tables = open(SHOP);
                Workspace catalogue = open(folder)) {
            assertThat(top(catalogue)).isEqualTo(top(tables));
            assertThat(catalogue.notices()).isEqualTo(tables.notices());
        }
    }

    @Test
    void scoresWithVocabulariesOfTheConfigAsWithTheTables() throws IOException {
        JsonObject config = JsonParser.parseString(Files.readString(SHOP.resolve("fdsa.json")))
                .getAsJsonObject();
        config.add("feature_vocabularies", new Gson().toJsonTree(vocabularies()));
        write(new JsonObject(), Files.writeString(folder.resolve("config.json"), config.toString()));

        try (Workspace tables = open(SHOP);
                Workspace catalogue = open(folder)) {
            assertThat(top(catalogue)).isEqualTo(top(tables));
        }
    }

    @Test
    void withoutAVocabularySaysWhichFieldNeedsOne() throws IOException {
        write(new JsonObject(), SHOP.resolve("fdsa.json"));

        assertThatThrownBy(() -> open(folder))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("the model reads the item feature 'category', but has no table of it")
                .hasMessageContaining("items.csv, but no vocabulary that gives its values an index");
    }

    /** Values numbered from 1 in the order of their first item, as the sample's training script does. */
    private static Map<String, List<String>> vocabularies() {
        try (Workspace shop = open(SHOP)) {
            Catalog catalog = shop.catalog();
            Map<String, List<String>> vocabularies = new LinkedHashMap<>();
            for (String field : FIELDS) {
                LinkedHashSet<String> values = new LinkedHashSet<>(List.of("[PAD]"));
                catalog.items().forEach(item -> values.addAll(item.features().getOrDefault(field, List.of())));
                vocabularies.put(field, new ArrayList<>(values));
            }
            return vocabularies;
        }
    }

    private void write(JsonObject vocabularies, Path config) throws IOException {
        JsonObject workspace = JsonParser.parseString(Files.readString(SHOP.resolve("workspace.json")))
                .getAsJsonObject();
        workspace.remove("feature_tables");
        workspace.add("feature_vocabularies", vocabularies);
        workspace.addProperty("vocabulary", SHOP.resolve("items.vocab.json").toString());
        for (String table : List.of("items", "history", "users")) {
            JsonObject entry = workspace.getAsJsonObject(table);
            entry.addProperty(
                    "file", SHOP.resolve(entry.get("file").getAsString()).toString());
        }
        JsonObject fdsa = workspace.getAsJsonArray("models").get(0).getAsJsonObject();
        fdsa.addProperty("checkpoint", SHOP.resolve("fdsa.safetensors").toString());
        fdsa.addProperty("config", config.toString());
        Files.writeString(folder.resolve("workspace.json"), workspace.toString());
    }

    private static Workspace open(Path workspace) {
        return new WorkspaceOpener()
                .open(
                        WorkspaceSource.folder(workspace).withModelTitle("FDSA"),
                        ProgressListener.NONE,
                        new CancellationToken());
    }

    private static List<Recommendation> top(Workspace workspace) {
        return List.of("u0001", "u0414", "u1200").stream()
                .flatMap(user -> new Explainer(workspace).recommend(workspace.history(user), TOP).items().stream())
                .toList();
    }
}
