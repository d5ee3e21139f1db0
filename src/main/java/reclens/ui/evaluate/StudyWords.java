package reclens.ui.evaluate;

import java.util.ArrayList;
import java.util.List;
import reclens.domain.TimeOrder;
import reclens.evaluation.Evaluation;
import reclens.session.RankingStudy;
import reclens.text.Numbers;
import reclens.ui.UiText;

/** The protocol of an evaluation in sentences: without it a figure means nothing. */
final class StudyWords {
    private StudyWords() {}

    static String of(RankingStudy study) {
        Evaluation any = study.cutoffs().get(0).model();
        List<String> words = new ArrayList<>();
        words.add(UiText.plural("evaluate.said.protocol", any.users(), Numbers.count(any.users())));
        words.add(
                any.sampledNegatives() == 0
                        ? UiText.get("evaluate.said.full")
                        : UiText.format(
                                "evaluate.said.sampled",
                                Numbers.count(any.sampledNegatives()),
                                UiText.get("evaluate.said.draw." + any.draw().key()),
                                Long.toString(study.request().seed())));
        words.add(UiText.get("evaluate.said.seen." + any.seen()));
        words.add(UiText.get("evaluate.said.order." + study.order().key()));
        study.trainedOrder()
                .filter(trained -> trained != study.order())
                .map(TimeOrder::key)
                .ifPresent(key -> words.add(UiText.get("evaluate.said.trained." + key)));
        if (any.skipped() > 0) {
            words.add(UiText.plural("evaluate.said.skipped", any.skipped(), Numbers.count(any.skipped())));
        }
        if (any.repeated() > 0) {
            words.add(UiText.plural("evaluate.said.repeated", any.repeated(), Numbers.count(any.repeated())));
        }
        words.add(UiText.format(
                "evaluate.said.intervals", Long.toString(study.request().seed())));
        return words.stream()
                .reduce((one, next) -> UiText.format("evaluate.said.then", one, next))
                .orElseThrow();
    }

    /** The protocol in a few words, for a picture of the figures. */
    static String brief(RankingStudy study) {
        Evaluation any = study.cutoffs().get(0).model();
        return UiText.format(
                any.sampledNegatives() == 0 ? "evaluate.brief.full" : "evaluate.brief.sampled",
                Numbers.count(any.users()),
                Numbers.count(any.sampledNegatives()),
                Long.toString(study.request().seed()));
    }
}
