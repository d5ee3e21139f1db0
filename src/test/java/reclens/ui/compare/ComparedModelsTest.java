package reclens.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reclens.domain.ComparedWith;
import reclens.session.WorkspaceSource;
import reclens.ui.WorkbenchFixture;
import reclens.ui.workbench.EditedHistories;
import reclens.ui.workbench.ModelChoices;

/** Two models of which one does not tell its heads: the shop's SASRec with nothing but its weights. */
class ComparedModelsTest {
    private static final Path SHOP = Path.of("sample-data", "shop");

    @TempDir
    Path folder;

    private final WorkbenchFixture fixture = new WorkbenchFixture();
    private final Answers answers = new Answers();
    private CompareViewModel model;

    @BeforeEach
    void open() throws Exception {
        for (String name : List.of("model.safetensors", "config.json", "history.csv", "items.vocab.json")) {
            Files.copy(SHOP.resolve(name), folder.resolve(name));
        }
        Files.writeString(
                folder.resolve("workspace.json"),
                """
                { "schema": "reclens.workspace/1", "title": "twins",
                  "model": {"checkpoint": "model.safetensors", "config": "config.json"},
                  "models": [{"title": "Twin", "checkpoint": "model.safetensors"}],
                  "vocabulary": "items.vocab.json",
                  "history": {"file": "history.csv", "user": "user_id", "item": "item_id", "event": "event_type",
                              "time": "timestamp"} }
                """);
        fixture.workbench.open(WorkspaceSource.folder(folder), opened -> {});
        fixture.window.runUntil(() -> fixture.workbench.explanationProperty().get() != null);
        model = new CompareViewModel(
                fixture.workbench,
                new EditedHistories(fixture.workbench),
                answers,
                new SimpleObjectProperty<>(ComparedWith.NONE));
    }

    @AfterEach
    void close() {
        assertThat(fixture.faults).isEmpty();
        fixture.close();
    }

    private void show() {
        model.kindProperty().set(Kind.MODELS);
        model.setActive(true);
        fixture.window.runUntil(() -> model.comparedProperty().get() != null
                || !model.problemProperty().get().isEmpty());
    }

    @Test
    void whatWasChosenInTheWindowHoldsHereToo() {
        answers.known = Map.of("num_attention_heads", 2L);
        show();
        assertThat(model.comparedProperty().get().b().title()).isEqualTo("Twin");
        assertThat(answers.asked).isEmpty();
    }

    @Test
    void whatTheFileDoesNotTellIsAskedOnceAndKept() {
        answers.answer = Map.of("num_attention_heads", 2L);
        show();
        assertThat(model.comparedProperty().get().b().title()).isEqualTo("Twin");
        assertThat(answers.asked).containsExactly("Twin");
    }

    @Test
    void aQuestionThatIsNotAnsweredIsAskedAgainOnlyWhenTheModelIsChosen() {
        show();
        assertThat(model.problemProperty().get()).contains("heads");
        fixture.selection.userProperty().set("u0007");
        fixture.window.runUntil(() -> fixture.workbench.explanationProperty().get() != null
                && fixture.workbench
                        .explanationProperty()
                        .get()
                        .window()
                        .history()
                        .user()
                        .equals("u0007"));
        fixture.window.runUntil(() -> model.problemProperty().get().contains("heads"));
        assertThat(answers.asked).containsExactly("Twin");

        answers.answer = Map.of("num_attention_heads", 2L);
        model.chooseOtherModel("Twin");
        fixture.window.runUntil(() -> model.comparedProperty().get() != null);
        assertThat(answers.asked).containsExactly("Twin", "Twin");
    }

    private static final class Answers implements ModelChoices {
        private final List<String> asked = new ArrayList<>();
        private Map<String, Object> known = Map.of();
        private Map<String, Object> answer = Map.of();

        @Override
        public WorkspaceSource known(WorkspaceSource source) {
            return source.withOverrides(known);
        }

        @Override
        public boolean ask(WorkspaceSource source, Throwable fault) {
            asked.add(source.modelTitle());
            known = answer;
            return !answer.isEmpty();
        }
    }
}
