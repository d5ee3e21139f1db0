package reclens.ui.whatif;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reclens.domain.Catalog;
import reclens.domain.EditedHistory;
import reclens.explanation.Attribution;
import reclens.explanation.Explanation;
import reclens.explanation.Method;
import reclens.session.WhatIfResult;
import reclens.text.Numbers;
import reclens.ui.UiText;

/** What is said of an edit beside its ranks. */
final class EditWords {
    private EditWords() {}

    /** Which events slid into the window and out of it; empty where none did. */
    static String slides(WhatIfResult ranks, Catalog catalog) {
        List<String> in = ranks.slidIn().stream()
                .map(p -> TimelineRows.name(ranks.history().before().events().get(p), catalog))
                .toList();
        String first = in.isEmpty()
                ? ""
                : in.size() == 1
                        ? UiText.format("whatif.slides.one", in.get(0))
                        : UiText.format("whatif.slides.other", in.get(0), Integer.toString(in.size() - 1));
        String out = ranks.slidOut().isEmpty() ? "" : UiText.format("whatif.slides.out", positions(ranks.slidOut()));
        return Stream.of(first, out).filter(s -> !s.isEmpty()).collect(Collectors.joining("\n"));
    }

    /**
     * What the edit costs an item, beside what leave-one-out says.
     *
     * @param explanation that is shown; null when none is
     */
    static String cost(WhatIfResult ranks, WhatIfResult.Change chosen, Explanation explanation) {
        if (!ranks.history().isEdited()) {
            return UiText.get("whatif.cost.none");
        }
        double lost = -chosen.scoreChange();
        String said = UiText.format(lost >= 0 ? "whatif.cost" : "whatif.gain", Numbers.score(Math.abs(lost)));
        Optional<Double> single = leaveOneOut(ranks, chosen, explanation);
        if (single.isEmpty()) {
            return said;
        }
        String value = Numbers.score(single.get());
        if (ranks.slidIn().isEmpty()) {
            return UiText.messages().sentences(said, UiText.format("whatif.cost.same", value));
        }
        return UiText.messages().sentences(said, UiText.format("whatif.cost.slid", value, positions(ranks.slidIn())));
    }

    private static String positions(List<Integer> events) {
        return UiText.messages().list(events.stream().map(p -> "#" + p).toList());
    }

    /** What leave-one-out says of the event, where its removal is the only edit. */
    private static Optional<Double> leaveOneOut(
            WhatIfResult ranks, WhatIfResult.Change chosen, Explanation explanation) {
        List<EditedHistory.Entry> changed = ranks.history().entries().stream()
                .filter(e -> e.change() != EditedHistory.Change.KEPT)
                .toList();
        if (changed.size() != 1
                || changed.get(0).change() != EditedHistory.Change.REMOVED
                || explanation == null
                || explanation.target().index() != chosen.after().index()
                || !explanation.window().history().equals(ranks.history().before())) {
            return Optional.empty();
        }
        int index = explanation.window().indexOf(changed.get(0).before());
        Optional<Attribution> values = explanation.attribution(Method.LEAVE_ONE_OUT);
        return index < 0 ? Optional.empty() : values.map(a -> a.values()[index]);
    }
}
