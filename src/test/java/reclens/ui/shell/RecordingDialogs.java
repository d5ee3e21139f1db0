package reclens.ui.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import reclens.domain.ModelChoice;
import reclens.ui.dialog.DialogService;
import reclens.ui.dialog.FileKind;

/** Answers every question with what a test put there before, and keeps what the user was told. */
final class RecordingDialogs implements DialogService {
    final List<Throwable> faults = new ArrayList<>();
    final List<String> messages = new ArrayList<>();
    final Map<FileKind, Path> files = new EnumMap<>(FileKind.class);
    Map<String, Object> answer = Map.of();
    Path folder;
    ModelChoice asked;

    @Override
    public void showError(String title, Throwable fault) {
        faults.add(fault);
    }

    @Override
    public void showMessage(String title, String message) {
        messages.add(message);
    }

    @Override
    public Optional<Map<String, Object>> chooseModel(ModelChoice choice) {
        asked = choice;
        return Optional.of(answer).filter(a -> !a.isEmpty());
    }

    @Override
    public Optional<Path> chooseFolder(String title) {
        return Optional.ofNullable(folder);
    }

    @Override
    public Optional<Path> chooseFolder(String title, Path start) {
        return chooseFolder(title);
    }

    @Override
    public Optional<Path> chooseFile(String title, FileKind kind) {
        return Optional.ofNullable(files.get(kind));
    }

    @Override
    public Optional<Path> chooseTarget(String title, String suggestedName, FileKind kind) {
        return Optional.ofNullable(files.get(kind));
    }
}
