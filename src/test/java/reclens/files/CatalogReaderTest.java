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
import org.junit.jupiter.params.provider.ValueSource;
import reclens.domain.CancellationToken;
import reclens.domain.Catalog;
import reclens.domain.DataException;
import reclens.domain.ProgressListener;

class CatalogReaderTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "item_id,title,genres\n1,Toy Story,Animation|Comedy\n2,Heat,Crime\n",
                "productId;name;genres\n1;Toy Story;Animation | Comedy\n2;Heat;Crime\n",
                "item_id:token\tmovie_title:token_seq\tgenres:token_seq\n1\tToy Story\tAnimation Comedy\n2\tHeat\tCrime\n",
                "1::Toy Story::Animation|Comedy\n2::Heat::Crime\n",
                "{\"item_id\":1,\"title\":\"Toy Story\",\"genres\":[\"Animation\",\"Comedy\"]}\n{\"item_id\":2,\"title\":\"Heat\",\"genres\":\"Crime\"}\n",
            })
    void readsTheSameCatalogueFromEveryForm(String text) throws IOException {
        Catalog catalog = read(text);
        assertThat(catalog.features()).containsExactly("genres");
        assertThat(catalog.item("1").title()).isEqualTo("Toy Story");
        assertThat(catalog.item("1").features()).isEqualTo(Map.of("genres", List.of("Animation", "Comedy")));
        assertThat(catalog.item("2").features()).isEqualTo(Map.of("genres", List.of("Crime")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"4\": [1, 2], \"83\": [3]}", "{\n  \"4\": [1, 2],\n  \"83\": [3]\n}\n"})
    void readsAMapOfAttributes(String text) throws IOException {
        Catalog catalog = read(text);
        assertThat(catalog.size()).isEqualTo(2);
        assertThat(catalog.item("4").title()).isEqualTo("4");
        assertThat(catalog.item("4").features()).isEqualTo(Map.of("attributes", List.of("1", "2")));
    }

    @Test
    void leavesOutAColumnInWhichNoTwoItemsAreAlike() throws IOException {
        assertThat(read(numbered(30)).features()).containsExactly("genre");
    }

    @Test
    void keepsSuchAColumnWhereThereAreTooFewItemsToTell() throws IOException {
        assertThat(read(numbered(5)).features()).containsExactly("catalogue_no", "genre");
    }

    @Test
    void keepsSuchAColumnWhenItIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("items.csv"), numbered(30));
        Catalog catalog = read(new CatalogSource(
                file,
                Optional.empty(),
                Optional.empty(),
                List.of("catalogue_no"),
                List.of(),
                Optional.empty(),
                Optional.empty()));
        assertThat(catalog.features()).containsExactly("catalogue_no");
    }

    private static String numbered(int items) {
        StringBuilder text = new StringBuilder("item_id,title,catalogue_no,genre\n");
        for (int i = 0; i < items; i++) {
            text.append(i).append(",Item ").append(i).append(",C").append(i).append(i % 2 == 0 ? ",drama\n" : ",war\n");
        }
        return text.toString();
    }

    @Test
    void takesTheColumnsThatAreNamedInTheirOrder() throws IOException {
        Path file = Files.writeString(
                folder.resolve("items.csv"), "sku,label,brand,category,rating,note\nA1,Tent,Peak,Camping,4.5,x\n");
        Catalog catalog = read(new CatalogSource(
                file,
                Optional.of("sku"),
                Optional.of("label"),
                List.of("category", "brand"),
                List.of("rating"),
                Optional.empty(),
                Optional.empty()));
        assertThat(catalog.features()).containsExactly("category", "brand");
        assertThat(catalog.item("A1").title()).isEqualTo("Tent");
        assertThat(catalog.item("A1").numeric()).isEqualTo(Map.of("rating", 4.5));
        assertThat(catalog.item("A1").features()).containsOnlyKeys("category", "brand");
    }

    @Test
    void readsLatin1WhenNamed() throws IOException {
        Path file = Files.write(
                folder.resolve("movies.dat"), "73::Misérables, Les::Drama\n".getBytes(StandardCharsets.ISO_8859_1));
        Catalog catalog = read(CatalogSource.of(file).withEncoding(StandardCharsets.ISO_8859_1));
        assertThat(catalog.item("73").title()).isEqualTo("Misérables, Les");
    }

    @Test
    void leavesOutEmptyFeatures() throws IOException {
        assertThat(read("item_id,brand\n1,\n").item("1").features()).isEmpty();
    }

    @Test
    void refusesAnIdThatStandsTwiceNamingBothLines() {
        assertThatThrownBy(() -> read("item_id,title\n1,a\n2,b\n1,c\n"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(
                        "items.txt:4: the item '1' stands twice; expected every id once, found lines 2 and 4");
    }

    @Test
    void refusesAMalformedLineNamingIt() {
        assertThatThrownBy(() -> read("item_id,title\n1,a\n2\n"))
                .hasMessageContaining("items.txt:3: malformed line; expected 2 fields, found 1 fields");
    }

    @Test
    void refusesDestroyedIds() {
        assertThatThrownBy(() -> read("item_id,title\n2.1E+18,a\n"))
                .hasMessageContaining("items.txt:2: a spreadsheet destroyed 1 ids of the column 'item_id'");
    }

    @Test
    void refusesANumberThatIsNone() throws IOException {
        Path file = Files.writeString(folder.resolve("items.csv"), "item_id,price\n1,cheap\n");
        CatalogSource source = new CatalogSource(
                file,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of("price"),
                Optional.empty(),
                Optional.empty());
        assertThatThrownBy(() -> read(source))
                .hasMessageContaining("items.csv:2: 'price' is not a number; expected a number, found 'cheap'");
    }

    @Test
    void listsTheColumnsWhenANamedOneIsMissing() throws IOException {
        Path file = Files.writeString(folder.resolve("items.csv"), "item_id,brand\n1,x\n");
        CatalogSource source = new CatalogSource(
                file,
                Optional.empty(),
                Optional.empty(),
                List.of("colour"),
                List.of(),
                Optional.empty(),
                Optional.empty());
        assertThatThrownBy(() -> read(source))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("no column 'colour' for a feature; found columns item_id, brand");
    }

    @Test
    void listsTheColumnsWhenNoneHoldsIds() {
        assertThatThrownBy(() -> read("thing,title\nx,a\n"))
                .hasMessageContaining("cannot tell which column holds the item ids; found columns thing, title");
    }

    private Catalog read(String text) throws IOException {
        return read(CatalogSource.of(Files.writeString(folder.resolve("items.txt"), text)));
    }

    private static Catalog read(CatalogSource source) {
        return CatalogReader.read(source, ProgressListener.NONE, new CancellationToken());
    }
}
