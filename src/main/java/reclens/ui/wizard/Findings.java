package reclens.ui.wizard;

import java.util.ArrayList;
import java.util.List;
import reclens.domain.Problem;
import reclens.domain.Provenance;
import reclens.session.OwnDataReport;
import reclens.text.Numbers;
import reclens.ui.UiText;

/** What was found in somebody's files, in words: what is there, what is missing, what works all the same. */
final class Findings {
    private Findings() {}

    static List<Finding> of(OwnDataReport report, boolean modelGiven) {
        List<Finding> lines = new ArrayList<>();
        boolean historyRead = report.events() > 0;
        if (historyRead) {
            lines.add(good(UiText.format(
                    "wizard.found.history",
                    Numbers.count(report.users()),
                    Numbers.count(report.events()),
                    Numbers.count(report.items()))));
            if (report.times()) {
                lines.add(good(UiText.get("wizard.found.times")));
            } else {
                lines.add(caution(UiText.get("wizard.found.no-times")));
            }
            if (report.eventTypes().stream().anyMatch(t -> !t.isEmpty())) {
                lines.add(good(UiText.format("wizard.found.events", String.join(", ", report.eventTypes()))));
            }
        }
        report.problem().ifPresent(problem -> lines.add(missing(sentence(problem))));
        report.choice()
                .ifPresent(choice -> lines.add(missing(UiText.get(
                        choice.heads().isEmpty()
                                ? "wizard.missing.variant"
                                : choice.variants().isEmpty() ? "wizard.missing.heads" : "wizard.missing.both"))));
        report.model().ifPresent(model -> addModel(report, model, lines));
        if (!modelGiven) {
            lines.add(missing(UiText.get("wizard.missing.model")));
        }
        report.notices().forEach(notice -> lines.add(caution(notice)));
        if (historyRead && !report.works()) {
            lines.add(caution(UiText.get("wizard.works.history")));
        }
        return lines;
    }

    private static void addModel(OwnDataReport report, Provenance model, List<Finding> lines) {
        lines.add(good(UiText.format(
                "wizard.found.model",
                UiText.orElse("model." + model.modelType(), model.modelType()),
                model.variant().isEmpty() ? "-" : model.variant(),
                Integer.toString(model.layers()),
                Integer.toString(model.heads()))));
        if (report.known() == 0) {
            lines.add(missing(UiText.get("wizard.missing.fit")));
        } else if (report.indicesAssumed()) {
            lines.add(caution(UiText.get("wizard.missing.vocabulary")));
        } else {
            String share = Numbers.percent(report.known());
            lines.add(
                    report.known() < 0.5
                            ? caution(UiText.format("wizard.found.items.few", share))
                            : good(UiText.format("wizard.found.items", share)));
        }
    }

    private static String sentence(Problem problem) {
        return Character.toUpperCase(problem.oneLine().charAt(0))
                + problem.oneLine().substring(1);
    }

    private static Finding good(String text) {
        return new Finding(Finding.Kind.GOOD, text);
    }

    private static Finding caution(String text) {
        return new Finding(Finding.Kind.CAUTION, text);
    }

    private static Finding missing(String text) {
        return new Finding(Finding.Kind.MISSING, text);
    }
}
