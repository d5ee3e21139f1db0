package reclens.ui.shell;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import reclens.domain.DataException;
import reclens.domain.ModelChoice;
import reclens.session.WorkspaceSource;
import reclens.ui.dialog.DialogService;
import reclens.ui.workbench.ModelChoices;

/** What the user chose where the files do not tell, until the workspace is closed. Sessions keep that of the open model alone. */
final class ChosenModels implements ModelChoices {
    private final DialogService dialogs;
    private final Map<WorkspaceSource, Map<String, Object>> chosen = new HashMap<>();

    ChosenModels(DialogService dialogs) {
        this.dialogs = dialogs;
    }

    @Override
    public WorkspaceSource known(WorkspaceSource source) {
        Map<String, Object> before = chosen.get(source.withOverrides(Map.of()));
        return before == null || !source.overrides().isEmpty() ? source : source.withOverrides(before);
    }

    @Override
    public boolean ask(WorkspaceSource source, Throwable fault) {
        Optional<Map<String, Object>> answer = choice(fault).flatMap(dialogs::chooseModel);
        answer.ifPresent(told -> {
            Map<String, Object> all = new LinkedHashMap<>(source.overrides());
            all.putAll(told);
            keep(source.withOverrides(all));
        });
        return answer.isPresent();
    }

    /** Keeps what was chosen for a source that could be opened so, such as that of a session. */
    void keep(WorkspaceSource opened) {
        if (!opened.overrides().isEmpty()) {
            chosen.put(opened.withOverrides(Map.of()), opened.overrides());
        }
    }

    /** Whether the fault is nothing but a question. */
    static boolean asks(Throwable fault) {
        return choice(fault).isPresent();
    }

    private static Optional<ModelChoice> choice(Throwable fault) {
        return fault instanceof DataException known ? known.choice() : Optional.empty();
    }

    void forget() {
        chosen.clear();
    }
}
