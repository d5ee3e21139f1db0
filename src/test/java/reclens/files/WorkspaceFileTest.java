package reclens.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reclens.domain.DataException;
import reclens.domain.NotFoundException;
import reclens.domain.SeenPolicy;
import reclens.domain.TimeOrder;

class WorkspaceFileTest {
    private static final String FULL =
            """
            { "schema": "reclens.workspace/1",
              "title": "Outdoor shop",
              "model": { "title": "SASRec", "checkpoint": "model.safetensors", "config": "config.json" },
              "models": [ { "title": "FDSA", "checkpoint": "fdsa.safetensors", "config": "fdsa.json" } ],
              "vocabulary": "items.vocab.json",
              "user_vocabulary": "users.vocab.json",
              "feature_vocabularies": { "category": "category.vocab.json" },
              "feature_tables": "features.npz",
              "items": { "file": "items.csv", "id": "item_id", "title": "title", "features": ["category", "brand"],
                         "numeric": ["rating"], "encoding": "UTF-8" },
              "history": { "file": "history.csv", "user": "user_id", "item": "item_id", "event": "event_type",
                           "time": "timestamp", "include_events": ["purchase"], "separator": ";", "header": true, "order": "recbole" },
              "users": { "file": "users.csv", "id": "user_id", "features": ["segment"] },
              "seen": "include" }
            """;

    private static final String LEAST =
            """
            { "schema": "reclens.workspace/1", "model": { "checkpoint": "m.pth" }, "history": { "file": "h.csv" } }
            """;

    @TempDir
    Path folder;

    @Test
    void skippedLinesAndRefusedColumnsOutliveWriting() throws IOException {
        WorkspaceFile least = read(LEAST);
        HistorySource history =
                least.history().withColumns(Map.of("event", "", "time", "when")).skippingBadLines(true);
        WorkspaceFile.write(
                folder,
                new WorkspaceFile(
                        "T",
                        least.model(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Map.of(),
                        Optional.empty(),
                        Optional.empty(),
                        history,
                        Optional.empty(),
                        SeenPolicy.EXCLUDE,
                        Optional.empty(),
                        List.of()));
        assertThat(WorkspaceFile.read(folder).history()).isEqualTo(history);
    }

    @Test
    void readsEveryEntryOfTheContract() throws IOException {
        WorkspaceFile workspace = read(FULL);
        assertThat(workspace.title()).isEqualTo("Outdoor shop");
        assertThat(workspace.model().title()).isEqualTo("SASRec");
        assertThat(workspace.model().checkpoint()).isEqualTo(folder.resolve("model.safetensors"));
        assertThat(workspace.model().config()).contains(folder.resolve("config.json"));
        assertThat(workspace.models()).extracting(ModelEntry::title).containsExactly("FDSA");
        assertThat(workspace.vocabulary()).contains(folder.resolve("items.vocab.json"));
        assertThat(workspace.userVocabulary()).contains(folder.resolve("users.vocab.json"));
        assertThat(workspace.featureVocabularies()).containsEntry("category", folder.resolve("category.vocab.json"));
        assertThat(workspace.featureTables()).contains(folder.resolve("features.npz"));
        assertThat(workspace.items().orElseThrow().features()).containsExactly("category", "brand");
        assertThat(workspace.items().orElseThrow().numeric()).containsExactly("rating");
        assertThat(workspace.items().orElseThrow().encoding()).contains(StandardCharsets.UTF_8);
        assertThat(workspace.history().columns())
                .isEqualTo(Map.of("user", "user_id", "item", "item_id", "event", "event_type", "time", "timestamp"));
        assertThat(workspace.history().includeEvents()).containsExactly("purchase");
        assertThat(workspace.history().separator()).contains(';');
        assertThat(workspace.history().order()).isEqualTo(TimeOrder.RECBOLE);
        assertThat(workspace.users().orElseThrow().features()).containsExactly("segment");
        assertThat(workspace.seen()).isEqualTo(SeenPolicy.INCLUDE);
        assertThat(workspace.notices()).isEmpty();
    }

    @Test
    void takesDefaultsForWhatIsLeftOut() throws IOException {
        WorkspaceFile workspace = read(LEAST);
        assertThat(workspace.title()).isEqualTo(folder.getFileName().toString());
        assertThat(workspace.seen()).isEqualTo(SeenPolicy.EXCLUDE);
        assertThat(workspace.model().title()).isEmpty();
        assertThat(workspace.items()).isEmpty();
        assertThat(workspace.models()).isEmpty();
    }

    @Test
    void reportsEntriesThatAreNotKnown() throws IOException {
        WorkspaceFile workspace =
                read(LEAST.replace("\"file\"", "\"colour\": 1, \"file\"").replace("\"model\"", "\"x\": 2, \"model\""));
        assertThat(workspace.notices())
                .containsExactly(
                        "workspace.json has an entry 'history.colour' that is not known and was ignored.",
                        "workspace.json has an entry 'x' that is not known and was ignored.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "workspace/1 | workspace/9 | the schema is not supported; expected reclens.workspace/1, found reclens.workspace/9",
                "'\"model\"' | '\"modle\"' | the entry 'model' is missing",
                "'\"checkpoint\"' | '\"x\"' | the entry 'model.checkpoint' is missing",
                "'\"file\"' | '\"x\"' | the entry 'history.file' is missing",
                "'\"h.csv\"' | 5 | the entry 'history.file' is wrong; expected a string, found '5'",
                "'\"file\"' | '\"encoding\": \"klingon\", \"file\"' | expected an encoding such as UTF-8",
                "'\"file\"' | '\"include_events\": \"view\", \"file\"' | expected a list of strings",
                "'\"model\"' | '\"seen\": \"often\", \"model\"' | expected exclude, exclude-window, include or zero, found 'often'",
                "'\"file\"' | '\"order\": \"random\", \"file\"' | expected exact or recbole, found 'random'",
                "'} }' | '}' | workspace.json:2: not valid JSON",
            })
    void refusesAWrongEntryNamingIt(String part, String replacement, String message) {
        assertThatThrownBy(() -> read(LEAST.replace(part, replacement)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("workspace.json")
                .hasMessageContaining(message);
    }

    @Test
    void saysThatAFolderIsNoWorkspace() {
        assertThatThrownBy(() -> WorkspaceFile.read(folder))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining(
                        "no workspace; expected a folder with a workspace.json, found a folder without it");
    }

    @Test
    void writesWhatItReads() throws IOException {
        WorkspaceFile workspace = read(FULL);
        WorkspaceFile.write(folder, workspace);
        assertThat(WorkspaceFile.read(folder)).isEqualTo(workspace);
        assertThat(Files.readString(folder.resolve("workspace.json")))
                .contains("\"checkpoint\": \"model.safetensors\"");
        try (var files = Files.list(folder)) {
            assertThat(files.map(f -> f.getFileName().toString()).toList()).isEqualTo(List.of("workspace.json"));
        }
    }

    private WorkspaceFile read(String json) throws IOException {
        Files.writeString(folder.resolve("workspace.json"), json);
        return WorkspaceFile.read(folder);
    }
}
