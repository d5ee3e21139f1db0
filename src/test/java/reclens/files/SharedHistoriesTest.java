package reclens.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import reclens.SharedData;
import reclens.domain.CancellationToken;
import reclens.domain.Catalog;
import reclens.domain.DataException;
import reclens.domain.InteractionLog;
import reclens.domain.ProgressListener;
import reclens.domain.UserHistory;
import reclens.domain.UserTable;

/** Every shared data set: its events and, where given, its catalogue. */
@EnabledIf("reclens.SharedData#isPresent")
class SharedHistoriesTest {
    @Test
    void needsSharedDataReadsRecBoleAtomicFiles() {
        InteractionLog log = history("ml-100k", "ml-100k.inter").log();
        assertThat(log.eventCount()).isEqualTo(100_000);
        assertThat(log.userCount()).isEqualTo(943);
        assertThat(log.items()).hasSize(1_682);
        UserHistory first = log.history(log.indexOfUser("196").orElseThrow());
        assertThat(first.events())
                .isSortedAccordingTo(java.util.Comparator.comparing(reclens.domain.Interaction::time));
        Catalog catalog = catalog(CatalogSource.of(SharedData.path("histories", "ml-100k", "ml-100k.item")));
        assertThat(catalog.size()).isEqualTo(1_682);
        assertThat(catalog.item("1").title()).isEqualTo("Toy Story");
        assertThat(catalog.item("1").features().get("class")).containsExactly("Animation", "Children's", "Comedy");
        UserTable users = UserTableReader.read(
                UserTableSource.of(SharedData.path("histories", "ml-100k", "ml-100k.user")),
                ProgressListener.NONE,
                new CancellationToken());
        assertThat(users.rows()).hasSize(943);
        assertThat(users.rows().get("1")).containsEntry("occupation", "technician");
    }

    @Test
    void needsSharedDataReadsMovieLens1m() {
        HistoryFile file = history("ml-1m", "ml-1m.txt");
        assertThat(file.lines()).isEqualTo(999_611);
        assertThat(file.log().eventCount()).isEqualTo(999_611);
        assertThat(file.log().userCount()).isEqualTo(6_040);
        assertThat(file.log().items()).hasSize(3_416);
        Catalog items = catalog(CatalogSource.of(SharedData.path("histories", "ml-1m", "items.tsv")));
        assertThat(items.item("1").title()).isEqualTo("Raiders of the Lost Ark (1981)");
        Catalog movies = catalog(CatalogSource.of(SharedData.path("histories", "ml-1m", "movies.dat"))
                .withEncoding(StandardCharsets.ISO_8859_1));
        assertThat(movies.size()).isEqualTo(3_883);
        assertThat(movies.item("1").features().get("genres")).containsExactly("Animation", "Children's", "Comedy");
        assertThat(movies.item("73").title()).isEqualTo("Misérables, Les (1995)");
    }

    @Test
    void needsSharedDataSaysThatLatin1IsNoUtf8() {
        CatalogSource source = CatalogSource.of(SharedData.path("histories", "ml-1m", "movies.dat"));
        assertThatThrownBy(() -> catalog(source))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("the text is not UTF-8; name the encoding");
    }

    @Test
    void needsSharedDataReadsAmazon() {
        InteractionLog beauty = history("amazon", "Beauty.txt").log();
        assertThat(beauty.userCount()).isEqualTo(22_363);
        assertThat(beauty.history(0).events()).extracting("item").containsExactly("1", "2", "3", "4", "5");
        assertThat(history("amazon", "Video.txt").log().userCount()).isGreaterThan(20_000);
        Catalog attributes =
                catalog(CatalogSource.of(SharedData.path("histories", "amazon", "Beauty_item2attributes.json")));
        assertThat(attributes.item("4").features().get("attributes")).containsExactly("1", "2", "3");
    }

    @Test
    void needsSharedDataReadsRees46() {
        HistorySource source = HistorySource.of(SharedData.path("histories", "rees46-sample", "2019-Oct.csv"));
        // The last line of that sample is cut in the middle.
        assertThatThrownBy(() -> HistoryReader.read(source, ProgressListener.NONE, new CancellationToken()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("csv:17436: malformed line: expected 9 fields but found 8");
        HistoryFile file =
                HistoryReader.read(source.skippingBadLines(true), ProgressListener.NONE, new CancellationToken());
        assertThat(file.log().eventCount()).isEqualTo(17_434);
        assertThat(file.badLines()).containsExactly(new BadLine(17_436, "expected 9 fields but found 8"));
        assertThat(file.log().eventTypes()).contains("view", "cart", "purchase");
        assertThat(file.log().history(0).events().get(0).time()).hasToString("2019-10-01T00:00:00Z");
    }

    @Test
    void needsSharedDataReportsDestroyedIds() {
        HistoryFile file = history("rees46-sample", "2019-Oct.excel-mangled-ids.csv");
        assertThat(file.notices())
                .anyMatch(n -> n.contains("ids of the column 'category_id'") && n.contains("2.10381E+18"));
        HistorySource categories = HistorySource.of(
                        SharedData.path("histories", "rees46-sample", "2019-Oct.excel-mangled-ids.csv"))
                .withColumns(Map.of("item", "category_id"));
        assertThatThrownBy(() -> HistoryReader.read(categories, ProgressListener.NONE, new CancellationToken()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("a spreadsheet destroyed")
                .hasMessageContaining("csv:2:");
    }

    @Test
    void needsSharedDataReadsCompleteJourney() {
        InteractionLog log =
                history("completejourney-cc0", "transactions_sample.csv").log();
        assertThat(log.eventCount()).isEqualTo(75_000);
        assertThat(log.hasTimes()).isTrue();
        Catalog catalog = catalog(
                CatalogSource.of(SharedData.path("histories", "completejourney-cc0", "products_in_sample.csv")));
        assertThat(catalog.size()).isEqualTo(20_897);
        assertThat(catalog.item("28897").features()).containsEntry("department", java.util.List.of("GROCERY"));
        UserTable users = UserTableReader.read(
                UserTableSource.of(SharedData.path("histories", "completejourney-cc0", "demographics.csv")),
                ProgressListener.NONE,
                new CancellationToken());
        assertThat(users.rows().get("1")).containsEntry("age", "65+");
    }

    @Test
    void needsSharedDataReadsOtto() {
        HistoryFile file = history("otto-sample", "train.jsonl");
        assertThat(file.log().userCount()).isEqualTo(20);
        assertThat(file.log().eventTypes()).containsExactlyInAnyOrder("clicks", "carts", "orders");
        assertThat(file.log().history(0).events().get(0).item()).isEqualTo("1517085");
        assertThat(file.notices()).anyMatch(n -> n.contains("every session"));
    }

    @Test
    void needsSharedDataReadsDiginetica() {
        HistoryFile file = history("diginetica-sample", "train-item-views-sample.csv");
        assertThat(file.notices()).anyMatch(n -> n.contains("the session stands for a user"));
        assertThat(file.log().eventCount(file.log().indexOfUser("2").orElseThrow()))
                .isEqualTo(5);
        UserHistory first = file.log().history(file.log().indexOfUser("1").orElseThrow());
        assertThat(first.events().get(0).time()).hasToString("2016-05-09T00:01:15.848Z");
    }

    private static HistoryFile history(String set, String name) {
        return HistoryReader.read(
                HistorySource.of(SharedData.path("histories", set, name)),
                ProgressListener.NONE,
                new CancellationToken());
    }

    private static Catalog catalog(CatalogSource source) {
        return CatalogReader.read(source, ProgressListener.NONE, new CancellationToken());
    }
}
