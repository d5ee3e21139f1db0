package reclens.session;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import reclens.domain.CancellationToken;
import reclens.domain.HistoryWindow;
import reclens.domain.NotFoundException;
import reclens.domain.PlantedCause;
import reclens.domain.Problem;
import reclens.domain.ProgressListener;
import reclens.domain.UsageException;
import reclens.domain.UserHistory;
import reclens.evaluation.FaithfulnessRun;
import reclens.evaluation.FaithfulnessStudy;
import reclens.evaluation.PlantedRun;
import reclens.evaluation.PlantedStudy;
import reclens.files.PlantedCauseReader;
import reclens.inference.RecommenderModel;

/** Measures explanation methods over the users of an open workspace. */
public final class ExplanationEvaluator {
    /** A planted cause counts where the model ranks its item among so many. */
    public static final int RECOMMENDED = 10;

    private final Workspace workspace;

    public ExplanationEvaluator(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * Explains the first recommendation of some users and measures it by E1 to E9.
     *
     * @throws UsageException when the model reads no history
     * @throws NotFoundException when the model can read no user's history
     * @throws reclens.domain.CancelledException when cancelled
     */
    public FaithfulnessStudy faithfulness(
            FaithfulnessRequest request, ProgressListener progress, CancellationToken cancellation) {
        checkReadsHistory();
        List<FaithfulnessRun.Subject> subjects = subjects(request, cancellation);
        Map<String, RecommenderModel> randomised =
                request.randomised() ? WorkspaceOpener.randomised(workspace, request.seed(), cancellation) : Map.of();
        try {
            return new FaithfulnessRun(subjects, randomised)
                    .run(request.methods(), request.seed(), progress, cancellation);
        } finally {
            randomised.values().forEach(RecommenderModel::close);
        }
    }

    /**
     * Holds explanations against the planted causes of a sample: of every event that has one and whose item the model ranks among
     * the first {@value #RECOMMENDED} for the events before it.
     *
     * @throws UsageException when the model reads no history
     * @throws NotFoundException when there is no such file, or none of its events is recommended
     * @throws reclens.domain.DataException when the file is malformed or names an event that the history has not
     * @throws reclens.domain.CancelledException when cancelled
     */
    public PlantedStudy planted(PlantedRequest request, ProgressListener progress, CancellationToken cancellation) {
        checkReadsHistory();
        Path file = request.causes()
                .or(() -> workspace.source().folder().map(folder -> folder.resolve("causes.csv")))
                .orElseThrow(() -> new UsageException(Problem.of("no file of planted causes")
                        .expected("--causes FILE, or a workspace folder with causes.csv")));
        List<PlantedCause> planted = PlantedCauseReader.read(file, ProgressListener.NONE, cancellation);
        Explainer explainer = new Explainer(workspace, request.seen());
        PlantedStudy study = new PlantedRun(ofSomeUsers(planted, request), cause -> subject(explainer, cause, file))
                .run(request.methods(), request.seed(), progress, cancellation);
        if (study.explained() == 0) {
            throw new NotFoundException(Problem.of("no event with a planted cause is recommended")
                    .at(file.toString())
                    .expected("events whose item the model ranks among the first " + RECOMMENDED)
                    .found(planted.size() + " planted causes"));
        }
        return study;
    }

    /** In the order of the file. */
    private static List<PlantedCause> ofSomeUsers(List<PlantedCause> planted, PlantedRequest request) {
        List<String> users =
                planted.stream().map(PlantedCause::user).distinct().sorted().toList();
        int[] order = shuffled(users.size(), request.seed());
        Set<String> drawn =
                Arrays.stream(order).limit(request.users()).mapToObj(users::get).collect(Collectors.toSet());
        return planted.stream().filter(cause -> drawn.contains(cause.user())).toList();
    }

    private static int[] shuffled(int count, long seed) {
        int[] order = IntStream.range(0, count).toArray();
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int at = order[i];
            order[i] = order[j];
            order[j] = at;
        }
        return order;
    }

    private Optional<PlantedRun.Subject> subject(Explainer explainer, PlantedCause cause, Path file) {
        UserHistory whole = workspace.history(cause.user());
        if (cause.position() < 1
                || cause.position() >= whole.size()
                || !whole.events().get(cause.position()).item().equals(cause.item())) {
            throw new reclens.domain.DataException(Problem.of("a planted cause does not belong to the history")
                    .at(file.toString())
                    .expected("item '" + cause.item() + "' at position " + cause.position() + " of user '"
                            + cause.user() + "'")
                    .found(
                            cause.position() >= 0 && cause.position() < whole.size()
                                    ? "'" + whole.events().get(cause.position()).item() + "'"
                                    : whole.size() + " events"));
        }
        UserHistory before = whole.before(cause.position());
        OptionalInt target = workspace.vocabulary().index(cause.item());
        if (target.isEmpty() || workspace.window(before).isEmpty()) {
            return Optional.empty();
        }
        ScoredHistory scored = explainer.score(before);
        int rank = scored.ranked().rank(target.getAsInt());
        return rank < 1 || rank > RECOMMENDED
                ? Optional.empty()
                : Optional.of(new PlantedRun.Subject(explainer.run(scored), target.getAsInt()));
    }

    /** Users in an order drawn by the seed, until there are enough whose history the model can read. */
    private List<FaithfulnessRun.Subject> subjects(FaithfulnessRequest request, CancellationToken cancellation) {
        int[] order = shuffled(workspace.log().userCount(), request.seed());
        Explainer explainer = new Explainer(workspace, request.seen());
        List<FaithfulnessRun.Subject> subjects = new ArrayList<>();
        for (int i = 0; i < order.length && subjects.size() < request.users(); i++) {
            cancellation.check();
            UserHistory history = workspace.log().history(order[i]);
            HistoryWindow window = workspace.window(history);
            if (!window.isEmpty()) {
                ScoredHistory scored = explainer.score(history);
                int[] best = scored.ranked().top(1);
                if (best.length > 0) {
                    subjects.add(new FaithfulnessRun.Subject(explainer.run(scored), best[0]));
                }
            }
        }
        if (subjects.isEmpty()) {
            throw new NotFoundException(Problem.of("the model can read no user's history")
                    .found(workspace.log().userCount() + " users")
                    .fix("check that model, vocabulary and history belong together"));
        }
        return subjects;
    }

    private void checkReadsHistory() {
        if (!workspace.model().card().traits().readsHistory()) {
            throw new UsageException(
                    Problem.of("the model reads fields of user and item, not the history, so there are no"
                            + " events to explain by"));
        }
    }
}
