package reclens.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import reclens.domain.Checkpoint;
import reclens.domain.Tensor;
import reclens.inference.ModelCard;
import reclens.session.ModelSheet;
import reclens.session.Workspace;
import reclens.text.Numbers;
import reclens.ui.UiText;

/** What is known of an open model, in words. */
final class ModelFacts {
    private static final int LONGEST = 300;

    private final Workspace open;
    private final ModelSheet sheet;
    private final List<Fact> facts = new ArrayList<>();

    private ModelFacts(Workspace open, ModelSheet sheet) {
        this.open = open;
        this.sheet = sheet;
    }

    static List<Fact> of(Workspace open, ModelSheet sheet) {
        ModelFacts words = new ModelFacts(open, sheet);
        words.computation();
        words.reading();
        words.file();
        words.assumed();
        words.data();
        words.settings();
        return List.copyOf(words.facts);
    }

    /** The model's name; its type where the window has no name for it. */
    static String typeName(String type) {
        return UiText.orElse("model." + type, type);
    }

    private void computation() {
        ModelCard card = sheet.card();
        heading("computation");
        add("type", typeName(card.type()));
        add("variant", card.variant().isEmpty() ? UiText.get("model.variant.one") : chosen("variant", card.variant()));
        add("layers", Integer.toString(card.layers()));
        add("heads", chosen("num_attention_heads", Integer.toString(card.heads())));
        add("hidden", Integer.toString(card.hiddenSize()));
        add("scores", word(card.traits().pointwise(), "model.scores.pointwise", "model.scores.all"));
        if (!card.traits().fields().isEmpty()) {
            add("fields", String.join(", ", card.traits().fields()));
            String files = card.traits().fields().stream()
                    .filter(sheet.vocabularies()::containsKey)
                    .map(field -> UiText.format(
                            "model.vocabulary", field, sheet.vocabularies().get(field)))
                    .collect(Collectors.joining("\n"));
            if (!files.isEmpty()) {
                add("vocabularies", files);
            }
        }
    }

    private void reading() {
        ModelCard card = sheet.card();
        heading("reading");
        if (!card.traits().readsHistory()) {
            add("history", UiText.get("model.history.none"));
        } else {
            add(
                    "window",
                    UiText.plural("model.window.events", card.windowLength(), Integer.toString(card.windowLength())));
            add("padding", UiText.get("model.padding." + card.padding().name().toLowerCase(Locale.ROOT)));
            add("padding-attended", yes(card.attendsToPadding()));
            add("causal", yes(card.causal()));
            if (card.traits().dropsOldest()) {
                add("oldest", UiText.get("model.oldest.dropped"));
            }
        }
        add("rows", word(card.traits().rowsSumToOne(), "model.rows.one", "model.rows.free"));
        add("axes", word(card.traits().eventsToEvents(), "model.axes.events", "model.axes.other"));
        add("items", Numbers.count(card.itemCount()));
        add("unrankable", card.unrankable().stream().map(String::valueOf).collect(Collectors.joining(", ")));
        if (card.traits().tokens().size() > 0) {
            add("tokens", Numbers.count(card.traits().tokens().size()));
        }
    }

    private void file() {
        Checkpoint checkpoint = sheet.checkpoint();
        heading("file");
        add("name", String.valueOf(checkpoint.file().getFileName()));
        add(
                "folder",
                String.valueOf(checkpoint.file().toAbsolutePath().normalize().getParent()));
        add("size", UiText.format("model.size.bytes", Numbers.bytes(sheet.bytes()), Numbers.count(sheet.bytes())));
        add("format", UiText.orElse("model.format." + checkpoint.format(), checkpoint.format()));
        add("sha256", checkpoint.sha256());
        add("tensors", Numbers.count(checkpoint.tensors().size()));
        add("values", Numbers.count(sheet.values()));
        add(
                "dtypes",
                checkpoint.tensors().values().stream()
                        .map(Tensor::dtype)
                        .distinct()
                        .map(t -> t.torchName())
                        .collect(Collectors.joining(", ")));
    }

    private void assumed() {
        heading("assumed");
        List<String> assumptions = sheet.card().assumptions();
        if (assumptions.isEmpty() && sheet.chosen().isEmpty()) {
            add("assumption", UiText.get("model.assumed.none"));
        }
        assumptions.forEach(line -> add("assumption", UiText.phrase(line)));
        sheet.chosen().forEach((name, value) -> add("chosen", name + " = " + value));
    }

    private void data() {
        heading("data");
        add("workspace", open.title());
        add("users", Numbers.count(open.log().userCount()));
        add("events", Numbers.count(open.log().eventCount()));
        add("known", Numbers.count(open.explainable().length));
        add("seen", UiText.get("seen." + open.seen().key()));
        add("order", UiText.get("order." + open.log().order().key()));
        open.trainedOrder().ifPresent(order -> add("trained-order", UiText.get("order." + order.key())));
        open.notices().stream()
                .filter(notice -> !sheet.card().assumptions().contains(notice))
                .forEach(notice -> add("notice", UiText.phrase(notice)));
    }

    private void settings() {
        if (sheet.settingNames().isEmpty()) {
            return;
        }
        heading("settings");
        Map<String, Object> stored = sheet.checkpoint().settings();
        for (String name : sheet.settingNames()) {
            boolean own = sheet.chosen().containsKey(name);
            boolean stated = sheet.config().containsKey(name);
            Object value =
                    own ? sheet.chosen().get(name) : stated ? sheet.config().get(name) : stored.get(name);
            String source = own ? "model.setting.chosen" : stated ? "model.setting.config" : "model.setting.file";
            facts.add(new Fact(name, UiText.format(source, shortened(String.valueOf(value)))));
        }
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "\u2026";
    }

    private String chosen(String entry, String value) {
        return sheet.chosen().containsKey(entry) ? UiText.format("model.chosen-by-you", value) : value;
    }

    private void heading(String key) {
        facts.add(new Fact("", UiText.get("model.section." + key)));
    }

    private void add(String key, String value) {
        facts.add(new Fact(UiText.get("model.fact." + key), value));
    }

    private static String yes(boolean flag) {
        return word(flag, "model.yes", "model.no");
    }

    private static String word(boolean flag, String yes, String no) {
        return UiText.get(flag ? yes : no);
    }
}
