package reclens.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import reclens.domain.CancellationToken;
import reclens.domain.Catalog;
import reclens.domain.Checkpoint;
import reclens.domain.DataException;
import reclens.domain.FeatureTables;
import reclens.domain.InteractionLog;
import reclens.domain.ItemVocabulary;
import reclens.domain.ModelConfig;
import reclens.domain.NotFoundException;
import reclens.domain.Problem;
import reclens.domain.ProgressListener;
import reclens.domain.Provenance;
import reclens.domain.RecLensException;
import reclens.domain.SeenPolicy;
import reclens.domain.TimeOrder;
import reclens.domain.UserTable;
import reclens.files.CatalogReader;
import reclens.files.CatalogSource;
import reclens.files.CheckpointReader;
import reclens.files.ConfigReader;
import reclens.files.FeatureTableReader;
import reclens.files.HistoryFile;
import reclens.files.HistoryReader;
import reclens.files.HistorySource;
import reclens.files.ModelEntry;
import reclens.files.UserTableReader;
import reclens.files.VocabularyReader;
import reclens.files.WorkspaceFile;
import reclens.inference.Engine;
import reclens.inference.ModelCard;
import reclens.inference.ModelRegistry;
import reclens.inference.ParameterPermutation;
import reclens.inference.RecommenderModel;

/** Opens workspaces. A failed open changes nothing. */
public final class WorkspaceOpener {
    /**
     * Reads and checks everything.
     *
     * @throws DataException when a file is malformed or contradicts another, or a variant must be chosen
     * @throws NotFoundException when there is no such folder or file
     * @throws reclens.domain.CancelledException when cancelled
     */
    public Workspace open(WorkspaceSource source, ProgressListener progress, CancellationToken cancellation) {
        WorkspaceFile file = description(source);
        ModelEntry entry = model(source, file);
        Engine.loadUndisturbed();
        // The model is small and the history is long: each has a core of its own.
        CompletableFuture<Descriptions> described = new CompletableFuture<>();
        CompletableFuture<OpenedModel> opening =
                CompletableFuture.supplyAsync(() -> openModel(entry, source, file, described, cancellation));
        HistoryFile history;
        Catalog catalog;
        UserTable users;
        try {
            history = HistoryReader.read(file.history(), progress, cancellation);
            catalog = file.items()
                    .map(items -> CatalogReader.read(items, progress, cancellation))
                    .orElse(Catalog.EMPTY);
            users = file.users()
                    .map(table -> UserTableReader.read(table, progress, cancellation))
                    .orElse(UserTable.EMPTY);
            described.complete(new Descriptions(catalog, users));
        } catch (RecLensException fault) {
            described.completeExceptionally(fault);
            opening.thenAccept(opened -> opened.model.close());
            throw fault;
        }
        OpenedModel opened = joined(opening);
        try {
            return assemble(source, file, entry, opened, history, catalog, users);
        } catch (RecLensException fault) {
            opened.model.close();
            throw fault;
        }
    }

    /** What is known of items and users beside the events. */
    private record Descriptions(Catalog items, UserTable users) {}

    /** @param users rows of the feature tables of users; 0 when there are none */
    private record OpenedModel(Checkpoint checkpoint, RecommenderModel model, int users, List<String> notices) {}

    /** @param described waited for only where the model reads numbers or features that no other file holds */
    private static OpenedModel openModel(
            ModelEntry entry,
            WorkspaceSource source,
            WorkspaceFile file,
            CompletableFuture<Descriptions> described,
            CancellationToken cancellation) {
        ModelFiles files = modelFiles(entry, source, file, described, cancellation);
        int users = Stream.of(files.checkpoint.features(), files.features)
                .flatMap(tables -> tables.user().values().stream().map(FeatureTables.Field::rows))
                .findFirst()
                .orElse(0);
        return new OpenedModel(
                files.checkpoint,
                ModelRegistry.open(files.checkpoint, files.config, files.features),
                users,
                files.notices);
    }

    private record ModelFiles(
            Checkpoint checkpoint, ModelConfig config, FeatureTables features, List<String> notices) {}

    private static ModelFiles modelFiles(
            ModelEntry entry,
            WorkspaceSource source,
            WorkspaceFile file,
            CompletableFuture<Descriptions> described,
            CancellationToken cancellation) {
        Checkpoint checkpoint = CheckpointReader.read(entry.checkpoint(), ProgressListener.NONE, cancellation);
        ModelConfig config = entry.config().map(ConfigReader::read).orElse(ModelConfig.EMPTY);
        for (Map.Entry<String, Object> chosen : source.overrides().entrySet()) {
            config = config.with(chosen.getKey(), chosen.getValue());
        }
        Map<String, List<String>> values = new LinkedHashMap<>();
        OptionalInt featureRows = ModelRegistry.featureRows(checkpoint);
        if (featureRows.isPresent()) {
            file.vocabulary().map(VocabularyReader::readFields).ifPresent(values::putAll);
        }
        file.featureVocabularies()
                .forEach((field, path) -> values.put(field, VocabularyReader.readValues(path, field)));
        values.putAll(VocabularyReader.ofConfig(config));
        checkpoint = checkpoint.withVocabularies(values);
        FeatureTables features =
                file.featureTables().map(FeatureTableReader::read).orElse(FeatureTables.EMPTY);
        if (config.values().get("input_features") instanceof List<?> names) {
            features =
                    features.withNumbers(ItemNumbers.of(names, described.join().items(), file.vocabulary()));
        }
        if (featureRows.isEmpty()) {
            return new ModelFiles(checkpoint, config, features, List.of());
        }
        CatalogTables tables = new CatalogTables(config, checkpoint.vocabularies());
        features = completed(tables, features, featureRows.getAsInt(), checkpoint, file, described.join());
        return new ModelFiles(checkpoint, config, features, tables.notices());
    }

    /** @param rows what tables of item features must have at least */
    private static FeatureTables completed(
            CatalogTables tables,
            FeatureTables given,
            int rows,
            Checkpoint checkpoint,
            WorkspaceFile file,
            Descriptions described) {
        ItemVocabulary items = Vocabularies.items(file.vocabulary(), checkpoint)
                .orElseGet(() -> Vocabularies.byNumber(described.items));
        ItemVocabulary users =
                Vocabularies.users(file.userVocabulary(), checkpoint).orElse(ItemVocabulary.EMPTY);
        return tables.complete(
                given,
                CatalogTables.Source.of(
                        file.items().map(i -> i.file().toString()).orElse("the catalogue"),
                        Vocabularies.itemField(checkpoint),
                        Vocabularies.padded(items, Math.max(rows, rows(given.item()))),
                        described.items),
                CatalogTables.Source.of(
                        file.users().map(u -> u.file().toString()).orElse("the table of users"),
                        Vocabularies.userField(checkpoint),
                        Vocabularies.padded(users, rows(given.user())),
                        described.users));
    }

    private static int rows(Map<String, FeatureTables.Field> tables) {
        return tables.values().stream()
                .mapToInt(FeatureTables.Field::rows)
                .max()
                .orElse(0);
    }

    /**
     * The model of a workspace with its parameters permuted from the top down, by what is permuted last.
     *
     * @param opened the same workspace, which stays as it is
     * @throws DataException when a file of the model is malformed
     * @throws reclens.domain.CancelledException when cancelled
     */
    static Map<String, RecommenderModel> randomised(Workspace opened, long seed, CancellationToken cancellation) {
        WorkspaceFile file = description(opened.source());
        ModelFiles files = modelFiles(
                model(opened.source(), file),
                opened.source(),
                file,
                CompletableFuture.completedFuture(new Descriptions(opened.catalog(), opened.users())),
                cancellation);
        Map<String, RecommenderModel> models = new LinkedHashMap<>();
        ParameterPermutation.topDown(files.checkpoint, seed)
                .forEach((stage, permuted) ->
                        models.put(stage, ModelRegistry.open(permuted, files.config, files.features)));
        return models;
    }

    /** The files of the model that a source opens. */
    static ModelEntry modelEntry(WorkspaceSource source) {
        return model(source, description(source));
    }

    private static OpenedModel joined(CompletableFuture<OpenedModel> opening) {
        try {
            return opening.join();
        } catch (CompletionException fault) {
            if (fault.getCause() instanceof RecLensException known) {
                throw known;
            }
            throw fault;
        }
    }

    private static Workspace assemble(
            WorkspaceSource source,
            WorkspaceFile file,
            ModelEntry entry,
            OpenedModel opened,
            HistoryFile history,
            Catalog catalog,
            UserTable users) {
        ModelCard card = opened.model.card();
        ItemVocabulary vocabulary = Vocabularies.items(file.vocabulary(), opened.checkpoint, card);
        ItemVocabulary userVocabulary =
                Vocabularies.users(file.userVocabulary(), opened.checkpoint, card, opened.users);
        List<String> notices = new ArrayList<>(file.notices());
        notices.addAll(history.notices());
        unknownItems(history.log(), vocabulary).ifPresent(notices::add);
        notices.addAll(opened.notices);
        notices.addAll(card.assumptions());
        return new Workspace(
                source,
                file.title(),
                new Provenance(
                        ApplicationInfo.version(),
                        card.type(),
                        card.variant(),
                        card.layers(),
                        card.heads(),
                        entry.checkpoint().getFileName().toString(),
                        opened.checkpoint.sha256(),
                        file.title()),
                opened.model,
                vocabulary,
                userVocabulary,
                catalog,
                history.log(),
                users,
                file.seen(),
                file.startUser(),
                trainedOrder(opened.checkpoint),
                List.copyOf(notices));
    }

    /** RecBole scales times to 0..1 in single precision where {@code normalize_all} holds, and sorts by what is left of them. */
    private static Optional<TimeOrder> trainedOrder(Checkpoint checkpoint) {
        return Boolean.TRUE.equals(checkpoint.settings().get("normalize_all"))
                ? Optional.of(TimeOrder.RECBOLE)
                : Optional.empty();
    }

    private static Optional<String> unknownItems(InteractionLog log, ItemVocabulary vocabulary) {
        List<String> unknown = log.items().stream()
                .filter(id -> vocabulary.index(id).isEmpty())
                .toList();
        if (unknown.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(unknown.size() + " of " + log.items().size()
                + " items in the history are unknown to the model and shown as unknown: "
                + String.join(", ", unknown.stream().limit(3).toList()) + (unknown.size() > 3 ? ", ..." : ""));
    }

    /** What is to be opened, from a {@code workspace.json}, from single files, or from both. */
    static WorkspaceFile description(WorkspaceSource source) {
        WorkspaceFile base = source.folder()
                .map(WorkspaceFile::read)
                .orElseGet(() -> new WorkspaceFile(
                        source.model().orElseThrow().getFileName().toString(),
                        new ModelEntry("", source.model().orElseThrow(), source.config()),
                        List.of(),
                        source.vocabulary(),
                        Optional.empty(),
                        Map.of(),
                        Optional.empty(),
                        Optional.empty(),
                        HistorySource.of(source.history().orElseThrow()),
                        Optional.empty(),
                        SeenPolicy.EXCLUDE,
                        Optional.empty(),
                        List.of()));
        // Another file has columns of its own: the workspace's names do not bind it.
        HistorySource history = source.history().map(HistorySource::of).orElse(base.history());
        if (!source.columns().isEmpty()) {
            history = history.withColumns(source.columns());
        }
        if (source.skipBadLines()) {
            history = history.skippingBadLines(true);
        }
        if (source.order().isPresent()) {
            history = history.ordered(source.order().get());
        }
        Optional<CatalogSource> items = source.items().map(CatalogSource::of).or(base::items);
        return new WorkspaceFile(
                base.title(),
                base.model(),
                base.models(),
                source.vocabulary().or(base::vocabulary),
                base.userVocabulary(),
                base.featureVocabularies(),
                base.featureTables(),
                items,
                history,
                base.users(),
                base.seen(),
                base.startUser(),
                base.notices());
    }

    private static ModelEntry model(WorkspaceSource source, WorkspaceFile file) {
        if (source.model().isPresent()) {
            return new ModelEntry("", source.model().get(), source.config());
        }
        ModelEntry named = source.modelTitle().isEmpty()
                ? file.model()
                : Stream.concat(Stream.of(file.model()), file.models().stream())
                        .filter(m -> m.title().equals(source.modelTitle()))
                        .findFirst()
                        .orElseThrow(() -> new NotFoundException(
                                Problem.of("the workspace has no model '" + source.modelTitle() + "'")
                                        .expected(
                                                file.models().isEmpty()
                                                        ? "no --model-title, since it names no further models"
                                                        : "one of "
                                                                + String.join(
                                                                        ", ",
                                                                        file.models().stream()
                                                                                .map(ModelEntry::title)
                                                                                .toList()))));
        return source.config().isPresent() ? new ModelEntry(named.title(), named.checkpoint(), source.config()) : named;
    }
}
