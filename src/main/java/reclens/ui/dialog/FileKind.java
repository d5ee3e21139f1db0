package reclens.ui.dialog;

import java.util.List;

/** What a file chooser offers. */
public enum FileKind {
    CHECKPOINT("file.checkpoint", List.of("*.safetensors", "*.pth", "*.pt", "*.bin")),
    HISTORY("file.history", List.of("*.csv", "*.tsv", "*.inter", "*.txt", "*.jsonl", "*.dat")),
    TABLE("file.table", List.of("*.item", "*.user", "*.csv", "*.tsv", "*.jsonl", "*.dat", "*.json")),
    JSON("file.json", List.of("*.json")),
    MECHANISM("file.mechanism", List.of("*.json")),
    SESSION("file.session", List.of("*.reclens")),
    EVALUATION_JSON("file.evaluation", List.of("*.json")),
    EVALUATION_CSV("file.evaluation", List.of("*.csv")),
    REPORT("file.report", List.of("*.png"));

    private final String key;
    private final List<String> patterns;

    FileKind(String key, List<String> patterns) {
        this.key = key;
        this.patterns = patterns;
    }

    String key() {
        return key;
    }

    List<String> patterns() {
        return patterns;
    }
}
