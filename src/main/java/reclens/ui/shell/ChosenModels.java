package reclens.ui.shell;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import reclens.session.WorkspaceSource;

/** What the user chose where the files do not tell, until the workspace is closed. Nothing of it is written down. */
final class ChosenModels {
    private final Map<WorkspaceSource, Map<String, Object>> chosen = new HashMap<>();

    /** The source with what was chosen for it before. */
    WorkspaceSource known(WorkspaceSource source) {
        Map<String, Object> before = chosen.get(source.withOverrides(Map.of()));
        return before == null || !source.overrides().isEmpty() ? source : source.withOverrides(before);
    }

    /** The source with a choice, which is kept. */
    WorkspaceSource remember(WorkspaceSource source, Map<String, Object> choice) {
        Map<String, Object> all = new LinkedHashMap<>(source.overrides());
        all.putAll(choice);
        chosen.put(source.withOverrides(Map.of()), Map.copyOf(all));
        return source.withOverrides(all);
    }

    void forget() {
        chosen.clear();
    }
}
