package reclens.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reclens.domain.CancellationToken;
import reclens.domain.Interaction;
import reclens.domain.ProgressListener;
import reclens.domain.UserHistory;
import reclens.explanation.Climb;
import reclens.ui.SyntheticWorkspace;

class HitOrMissTest {
    private final Workspace workspace = SyntheticWorkspace.of(6);
    private final Explainer explainer = new Explainer(workspace);

    @AfterEach
    void close() {
        workspace.close();
    }

    private HitOrMiss of(int user) {
        UserHistory whole = workspace.log().history(user);
        int last = whole.size() - 1;
        return HitOrMiss.of(
                        workspace,
                        explainer,
                        whole.before(last),
                        whole.events().get(last),
                        1,
                        ProgressListener.NONE,
                        new CancellationToken())
                .orElseThrow();
    }

    @Test
    void theBestItemIsTheFirstRecommendationWithoutTheEvent() {
        UserHistory whole = workspace.log().history(0);
        assertThat(of(0).best())
                .isEqualTo(explainer
                        .recommend(whole.before(whole.size() - 1), 1)
                        .items()
                        .get(0));
    }

    @Test
    void aMissIsExplainedAgainstWhatFollowed() {
        for (int user = 0; user < 6; user++) {
            HitOrMiss answer = of(user);
            if (!answer.hit()) {
                assertThat(answer.explanation().orElseThrow().contrast())
                        .isEqualTo(answer.actual().orElseThrow());
            }
        }
    }

    @Test
    void withoutTheEventsThatWereNeededTheItemRanksAsSaid() {
        int climbed = 0;
        for (int user = 0; user < 6; user++) {
            HitOrMiss answer = of(user);
            if (answer.climb().isPresent() && answer.climb().get().removed().length > 0) {
                Climb climb = answer.climb().get();
                UserHistory whole = workspace.log().history(user);
                assertThat(explainer
                                .recommendation(
                                        without(whole.before(whole.size() - 1), climb.removed()),
                                        answer.actual().orElseThrow().index())
                                .rank())
                        .isEqualTo(climb.after());
                climbed++;
            }
        }
        assertThat(climbed).isPositive();
    }

    @Test
    void onTheShopTheSearchStartsFromTheRankThatIsShown() {
        try (Workspace shop = new WorkspaceOpener()
                .open(
                        WorkspaceSource.folder(Path.of("sample-data", "shop")),
                        ProgressListener.NONE,
                        new CancellationToken())) {
            UserHistory whole = shop.log().history(39);
            int last = whole.size() - 1;
            HitOrMiss answer = HitOrMiss.of(
                            shop,
                            new Explainer(shop),
                            whole.before(last),
                            whole.events().get(last),
                            1,
                            ProgressListener.NONE,
                            new CancellationToken())
                    .orElseThrow();
            assertThat(answer.climb().orElseThrow().before())
                    .isEqualTo(answer.actual().orElseThrow().rank());
        }
    }

    /** The events of the window that are left: older ones would slide in, which the search does not let them. */
    private UserHistory without(UserHistory history, int... positions) {
        List<Interaction> left = new ArrayList<>();
        for (int position : workspace.window(history).positions()) {
            if (Arrays.stream(positions).noneMatch(p -> p == position)) {
                Interaction event = history.events().get(position);
                left.add(new Interaction(left.size(), event.item(), event.event(), event.time()));
            }
        }
        return new UserHistory(history.user(), left);
    }
}
