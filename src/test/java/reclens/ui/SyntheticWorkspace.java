package reclens.ui;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import reclens.domain.Catalog;
import reclens.domain.InteractionLog;
import reclens.domain.Item;
import reclens.domain.ItemVocabulary;
import reclens.domain.UserTable;
import reclens.session.Workspace;
import reclens.session.WorkspaceBuilder;
import reclens.session.WorkspaceSource;

/** A small shop made up in memory: 60 products, users with 8 to 70 events of four types. */
public final class SyntheticWorkspace {
    private static final List<String> CATEGORIES =
            List.of("Tents", "Sleeping", "Cooking", "Lighting", "Footwear", "Home textiles");
    private static final List<String> NOUNS = List.of(
            "Ridge 2 Tent", "Air 6 Sleeping Mat", "Micro Gas Stove", "300 Head Torch", "Trail 3 Shoes", "Wool Blanket");
    private static final List<String> BRANDS =
            List.of("Halden", "Tarn", "Nordvik", "Cinder", "Oakmere", "Kestrel", "Lumen");
    private static final List<String> SEGMENTS = List.of("Trail runner", "Home maker", "Family camper", "Van life");
    private static final int ITEMS = 60;
    private static final long DAY = 86_400_000L;

    private SyntheticWorkspace() {}

    public static Workspace of(int users) {
        return of(users, new SyntheticModel(ITEMS + 1));
    }

    /** Users of whom nothing is known. */
    public static Workspace withoutSegments(int users) {
        return of(users, new SyntheticModel(ITEMS + 1), UserTable.EMPTY);
    }

    public static Workspace of(int users, SyntheticModel model) {
        return of(users, model, table(users));
    }

    private static Workspace of(int users, SyntheticModel model, UserTable known) {
        return new WorkspaceBuilder(model)
                .source(WorkspaceSource.folder(Path.of("synthetic")))
                .title("Synthetic shop")
                .application("0.1.0")
                .checkpoint("model.safetensors", "3f9a1c2e".repeat(8))
                .vocabulary(vocabulary())
                .catalog(catalog())
                .log(log(users))
                .users(known)
                .build();
    }

    private static ItemVocabulary vocabulary() {
        List<String> ids = new ArrayList<>(List.of("[PAD]"));
        IntStream.rangeClosed(1, ITEMS).mapToObj(i -> "p" + i).forEach(ids::add);
        return ItemVocabulary.of(ids);
    }

    private static Catalog catalog() {
        List<Item> items = new ArrayList<>();
        for (int i = 1; i <= ITEMS; i++) {
            int kind = i % CATEGORIES.size();
            String brand = BRANDS.get(i % BRANDS.size());
            items.add(new Item(
                    "p" + i,
                    brand + " " + NOUNS.get(kind),
                    Map.of(
                            "category", List.of(CATEGORIES.get(kind)),
                            "brand", List.of(brand),
                            "price_band", List.of(i % 3 == 0 ? "under \u20ac50" : "\u20ac150 to 300")),
                    Map.of()));
        }
        return new Catalog(items, List.of("category", "brand", "price_band"), List.of());
    }

    private static InteractionLog log(int users) {
        Random random = new Random(11);
        List<Integer> items = new ArrayList<>();
        List<Long> times = new ArrayList<>();
        List<Byte> types = new ArrayList<>();
        int[] offsets = new int[users + 1];
        for (int u = 0; u < users; u++) {
            long time = Instant.parse("2026-02-01T08:00:00Z").toEpochMilli();
            int count = u == 0 ? 64 : 8 + random.nextInt(62);
            for (int e = 0; e < count; e++) {
                time += random.nextInt(3) == 0 ? DAY * (1 + random.nextInt(6)) : 600_000;
                items.add(random.nextInt(ITEMS));
                times.add(time);
                int roll = random.nextInt(10);
                types.add((byte) (roll < 5 ? 0 : roll < 7 ? 1 : roll < 9 ? 2 : 3));
            }
            offsets[u + 1] = items.size();
        }
        byte[] type = new byte[types.size()];
        IntStream.range(0, type.length).forEach(i -> type[i] = types.get(i));
        return new InteractionLog(
                IntStream.range(0, users).mapToObj(SyntheticWorkspace::user).toList(),
                IntStream.rangeClosed(1, ITEMS).mapToObj(i -> "p" + i).toList(),
                List.of("view", "cart", "purchase", "wishlist"),
                offsets,
                items.stream().mapToInt(Integer::intValue).toArray(),
                times.stream().mapToLong(Long::longValue).toArray(),
                type);
    }

    private static UserTable table(int users) {
        Map<String, Map<String, String>> rows = new HashMap<>();
        for (int u = 0; u < users; u++) {
            rows.put(user(u), Map.of("segment", SEGMENTS.get(u % SEGMENTS.size())));
        }
        return new UserTable(List.of("segment"), rows);
    }

    private static String user(int index) {
        return String.format("u%04d", index + 1);
    }
}
