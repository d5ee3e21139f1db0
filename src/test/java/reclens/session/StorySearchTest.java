package reclens.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reclens.domain.CancellationToken;
import reclens.domain.CancelledException;
import reclens.domain.ProgressListener;
import reclens.explanation.Verdict;
import reclens.ui.SyntheticWorkspace;

class StorySearchTest {
    private final Workspace workspace = SyntheticWorkspace.of(8);

    @AfterEach
    void close() {
        workspace.close();
    }

    private List<Story> search(int users, long seed) {
        List<Story> found = new ArrayList<>();
        new StorySearch(workspace).search(users, seed, found::add, ProgressListener.NONE, new CancellationToken());
        return found;
    }

    @Test
    void looksAtAsManyUsersAsAskedFor() {
        assertThat(search(3, 1)).hasSize(3);
    }

    @Test
    void looksAtEveryUserOnce() {
        assertThat(search(100, 1))
                .extracting(Story::user)
                .containsExactlyInAnyOrderElementsOf(workspace.log().users());
    }

    @Test
    void theSameSeedFindsTheSameStories() {
        assertThat(search(4, 7)).isEqualTo(search(4, 7));
    }

    @Test
    void valuesAreSharesOfOne() {
        assertThat(search(8, 1)).allSatisfy(s -> assertThat(s.value()).isBetween(0.0, 1.0));
    }

    @Test
    void aSupportedStoryIsWorthAtLeastTwoFifths() {
        assertThat(search(8, 1))
                .filteredOn(s -> s.verdict() == Verdict.SUPPORTED)
                .allSatisfy(s -> assertThat(s.value()).isGreaterThanOrEqualTo(0.4));
    }

    @Test
    void stopsWhenCancelled() {
        CancellationToken token = new CancellationToken();
        List<Story> found = new ArrayList<>();
        assertThatThrownBy(() -> new StorySearch(workspace)
                        .search(
                                8,
                                1,
                                story -> {
                                    found.add(story);
                                    token.cancel();
                                },
                                ProgressListener.NONE,
                                token))
                .isInstanceOf(CancelledException.class);
        assertThat(found).hasSize(1);
    }
}
