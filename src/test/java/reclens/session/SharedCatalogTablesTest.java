package reclens.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reclens.SharedData;
import reclens.domain.CancellationToken;
import reclens.domain.Catalog;
import reclens.domain.FeatureTables;
import reclens.domain.ModelConfig;
import reclens.domain.ProgressListener;
import reclens.domain.UserTable;
import reclens.files.CatalogReader;
import reclens.files.CatalogSource;
import reclens.files.FeatureTableReader;
import reclens.files.UserTableReader;
import reclens.files.UserTableSource;
import reclens.files.VocabularyReader;

/** The tables that RecBole made of its {@code .item} and {@code .user} files, made of the same files here. */
@EnabledIf("reclens.SharedData#isPresent")
class SharedCatalogTablesTest {
    private static final Path HISTORIES = SharedData.path("histories", "ml-100k");

    @ParameterizedTest
    @ValueSource(strings = {"sasrecf", "fdsa", "din", "autoint", "afm"})
    void areThoseThatTheModelWasTrainedWith_needsSharedData(String model) {
        Path home = SharedData.path("models", "recbole-" + model + "-ml100k");
        Map<String, List<String>> vocabularies = VocabularyReader.readFields(home.resolve("id_to_token.json"));
        Catalog catalog = CatalogReader.read(
                CatalogSource.of(HISTORIES.resolve("ml-100k.item")), ProgressListener.NONE, new CancellationToken());
        UserTable users = UserTableReader.read(
                new UserTableSource(
                        HISTORIES.resolve("ml-100k.user"),
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty()),
                ProgressListener.NONE,
                new CancellationToken());

        CatalogTables tables = new CatalogTables(ModelConfig.EMPTY, vocabularies);
        FeatureTables made = tables.complete(
                FeatureTables.EMPTY,
                CatalogTables.Source.of("ml-100k.item", "item_id", vocabularies.get("item_id"), catalog),
                CatalogTables.Source.of("ml-100k.user", "user_id", vocabularies.get("user_id"), users));

        FeatureTables trained = FeatureTableReader.read(home.resolve("features.npz"));
        assertThat(made.item()).usingRecursiveComparison().isEqualTo(trained.item());
        assertThat(made.user()).usingRecursiveComparison().isEqualTo(trained.user());
        assertThat(tables.notices()).isEmpty();
    }
}
