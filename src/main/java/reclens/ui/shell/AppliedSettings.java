package reclens.ui.shell;

import java.util.stream.Stream;
import reclens.explanation.Method;
import reclens.session.Explainer;
import reclens.session.Workspace;
import reclens.ui.settings.Settings;
import reclens.ui.workbench.FurtherMethods;
import reclens.ui.workbench.Workbench;

/** Lets the workbench follow the preferences: seed, and the method that a workspace opens with. */
final class AppliedSettings {
    private final Workbench workbench;
    private final Settings settings;

    AppliedSettings(Workbench workbench, Settings settings) {
        this.workbench = workbench;
        this.settings = settings;
        workbench.seedProperty().set(settings.seedProperty().get());
        settings.seedProperty()
                .addListener((p, was, now) -> workbench.seedProperty().set(now));
        settings.methodProperty().addListener((p, was, now) -> {
            if (workbench.workspace() != null) {
                choose();
            }
        });
        workbench.workspaceProperty().addListener((p, was, now) -> opened(was, now));
    }

    /** Another model of the same data keeps the method in use, where it can. */
    private void opened(Workspace was, Workspace now) {
        if (now == null) {
            return;
        }
        boolean sameData = was != null
                && was.source().withModelTitle("").equals(now.source().withModelTitle(""));
        if (!sameData || !supports(workbench.selection().methodProperty().get())) {
            choose();
        }
    }

    private void choose() {
        workbench
                .selection()
                .methodProperty()
                .set(settings.methodProperty().get().filter(this::supports).orElseGet(this::recommended));
    }

    /** Leave-one-out, which re-runs the model; else the first method that the open model supports. */
    private Method recommended() {
        return Stream.concat(Workbench.METHODS.stream(), FurtherMethods.all().stream())
                .filter(this::supports)
                .findFirst()
                .orElse(Method.LEAVE_ONE_OUT);
    }

    private boolean supports(Method method) {
        Explainer engine = workbench.explainer();
        return engine == null || engine.refusal(method).isEmpty();
    }
}
