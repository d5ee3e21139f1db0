package reclens.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import reclens.domain.Catalog;
import reclens.domain.Item;

class ItemTitleTest {
    private static final Messages ENGLISH = Messages.of(Locale.ENGLISH);

    private static String of(String id, Item... items) {
        return ItemTitle.of(id, new Catalog(List.of(items), List.of(), List.of()), ENGLISH);
    }

    private static Item item(String id, String title) {
        return new Item(id, title, Map.of(), Map.of());
    }

    @Test
    void isTheTitleOfTheCatalogue() {
        assertThat(of("39", item("39", "Tent"))).isEqualTo("Tent");
    }

    @Test
    void saysThatANumberIsAnItemWhereTheCatalogueDoesNotListIt() {
        assertThat(of("39")).isEqualTo("item 39");
    }

    @Test
    void saysThatANumberIsAnItemWhereTheCatalogueHasNoTitleForIt() {
        assertThat(of("39", item("39", "39"))).isEqualTo("item 39");
        assertThat(of("39", item("39", " "))).isEqualTo("item 39");
    }

    @Test
    void aWordThatIsIdAndTitleIsATitle() {
        assertThat(of("Kolya", item("Kolya", "Kolya"))).isEqualTo("Kolya");
    }
}
