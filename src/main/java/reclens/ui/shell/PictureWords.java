package reclens.ui.shell;

import java.util.ArrayList;
import java.util.List;
import reclens.domain.Provenance;
import reclens.explanation.Explanation;
import reclens.explanation.Faithfulness;
import reclens.explanation.Method;
import reclens.text.Sentences;
import reclens.ui.UiText;
import reclens.ui.trust.TrustPage;
import reclens.ui.workbench.Workbench;

/** What stands below a chart that was copied from the main window: of whom and what it is, and how far it can be trusted. */
final class PictureWords {
    private static final String DOT = " \u00b7 ";

    private PictureWords() {}

    /** @param page of the view Trust */
    static String of(Workbench workbench, Screen screen, TrustPage page) {
        Explanation explanation = workbench.explanationProperty().get();
        if (explanation == null) {
            return "";
        }
        Sentences sentences = new Sentences(UiText.messages());
        List<String> words = new ArrayList<>();
        if (screen != Screen.COMPARE) { // its captions name both sides
            String user = workbench.selection().userProperty().get();
            boolean ofItem = screen == Screen.WHY || screen == Screen.ATTENTION || isOfExplanation(screen, page);
            words.add(
                    ofItem
                            ? UiText.format(
                                    "picture.item",
                                    sentences.title(explanation.target().item(), explanation.catalog()),
                                    Integer.toString(explanation.target().rank()),
                                    user)
                            : UiText.format("picture.user", user));
            Provenance model = workbench.workspace().provenance();
            words.add(StatusViewModel.modelName(model) + " " + model.shortHash());
        } else {
            words.add(workbench.workspace().title());
        }
        if (isOfExplanation(screen, page)) {
            Method method = workbench.selection().methodProperty().get();
            Faithfulness verdict = explanation.faithfulness(method).orElse(null);
            words.add(UiText.format(
                    "picture.verdict",
                    sentences.methodName(method),
                    verdict == null ? UiText.get("picture.unchecked") : sentences.verdictTitle(verdict)));
        } else if (screen == Screen.ATTENTION) {
            words.add(UiText.get("attention.badge"));
        }
        return String.join(DOT, words);
    }

    /** Whether the verdict of the chosen method is about what is shown. */
    private static boolean isOfExplanation(Screen screen, TrustPage page) {
        return screen == Screen.WHY || screen == Screen.TRUST && page == TrustPage.USER;
    }
}
