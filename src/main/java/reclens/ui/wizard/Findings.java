package reclens.ui.wizard;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import reclens.domain.ModelChoice;
import reclens.domain.Provenance;
import reclens.session.OwnDataReport;
import reclens.text.Numbers;
import reclens.ui.UiText;
import reclens.ui.dialog.FaultText;

/** What was found in somebody's files, in words: what is there, what is missing, what works all the same. */
final class Findings {
    private Findings() {}

    /** @param openRoles columns that are needed and not chosen */
    static List<Finding> of(OwnDataReport report, boolean modelGiven, List<String> openRoles) {
        List<Finding> lines = new ArrayList<>();
        report.history().ifPresent(events -> addHistory(events, lines));
        report.items().ifPresent(items -> addTable("items", items, lines));
        report.users().ifPresent(users -> addTable("users", users, lines));
        if (report.history().isEmpty() && !openRoles.isEmpty()) {
            lines.add(
                    missing(UiText.get("wizard.missing.column." + (openRoles.size() > 1 ? "both" : openRoles.get(0)))));
        } else {
            report.problem().ifPresent(problem -> lines.add(missing(FaultText.sentence(FaultText.oneLine(problem)))));
        }
        report.choice().ifPresent(choice -> lines.add(missing(UiText.get(open(choice)))));
        report.model().ifPresent(model -> addModel(report, model, lines));
        if (!modelGiven) {
            lines.add(missing(UiText.get("wizard.missing.model")));
        }
        report.leftOut()
                .ifPresent(problem ->
                        lines.add(caution(UiText.format("wizard.left-out.settings", FaultText.oneLine(problem)))));
        report.notices().forEach(notice -> lines.add(caution(UiText.phrase(notice))));
        boolean fits = report.works() || report.choice().isPresent() || report.badLines();
        if (report.history().isPresent() && !fits) {
            lines.add(caution(UiText.get("wizard.works.history")));
        }
        return lines;
    }

    /** Files that were dropped and play no part. */
    static List<Finding> leftOut(List<Path> files) {
        List<Finding> lines = new ArrayList<>();
        names(files.stream().filter(OwnDataViewModel::isKnown).toList())
                .ifPresent(names -> lines.add(caution(UiText.format("wizard.left-out.other", names))));
        names(files.stream().filter(file -> !OwnDataViewModel.isKnown(file)).toList())
                .ifPresent(names -> lines.add(caution(UiText.format("wizard.left-out.kind", names))));
        return lines;
    }

    private static Optional<String> names(List<Path> files) {
        return files.isEmpty()
                ? Optional.empty()
                : Optional.of(files.stream()
                        .map(file -> String.valueOf(file.getFileName()))
                        .collect(Collectors.joining(", ")));
    }

    private static void addHistory(OwnDataReport.Events events, List<Finding> lines) {
        lines.add(good(UiText.format(
                "wizard.found.history",
                counted("users", events.users()),
                counted("events", events.events()),
                counted("items", events.items()))));
        lines.add(
                events.times() ? good(UiText.get("wizard.found.times")) : caution(UiText.get("wizard.found.no-times")));
        if (events.types().stream().anyMatch(type -> !type.isEmpty())) {
            lines.add(good(UiText.format("wizard.found.events", String.join(", ", events.types()))));
        }
    }

    private static void addTable(String kind, OwnDataReport.Table table, List<Finding> lines) {
        if (table.listed() == 0) {
            lines.add(caution(UiText.get("wizard.found.table." + kind + ".none")));
            return;
        }
        String features = table.features().isEmpty()
                ? UiText.get("wizard.found.table.plain")
                : String.join(", ", table.features());
        lines.add(good(UiText.format(
                "wizard.found.table." + kind, counted(kind, table.rows()), Numbers.percent(table.listed()), features)));
    }

    private static String open(ModelChoice choice) {
        if (choice.heads().isEmpty()) {
            return "wizard.missing.variant";
        }
        return choice.variants().isEmpty() ? "wizard.missing.heads" : "wizard.missing.both";
    }

    private static void addModel(OwnDataReport report, Provenance model, List<Finding> lines) {
        List<String> facts = new ArrayList<>();
        facts.add(UiText.orElse("model." + model.modelType(), model.modelType()));
        if (!model.variant().isEmpty()) {
            facts.add(UiText.format("wizard.variant", model.variant()));
        }
        if (model.layers() > 0) {
            facts.add(counted("layers", model.layers()));
        }
        if (model.heads() > 0) {
            facts.add(counted("heads", model.heads()));
        }
        lines.add(good(UiText.format("wizard.found.model", String.join(UiText.get("wizard.comma"), facts))));
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

    private static String counted(String what, int count) {
        return UiText.plural("wizard.count." + what, count, Numbers.count(count));
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
