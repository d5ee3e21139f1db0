package reclens.ui.dialog;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import reclens.domain.ModelChoice;

/** Asks and tells the user. Call on the window's thread. */
public interface DialogService {
    /** Shows one clear line for a fault, with the rest behind a Details expander. */
    void showError(String title, Throwable fault);

    void showMessage(String title, String message);

    /**
     * Asks for what a checkpoint does not tell. Nothing is chosen beforehand.
     *
     * @return entries of {@code config.json}; empty when the user cancels
     */
    Optional<Map<String, Object>> chooseModel(ModelChoice choice);

    /** Empty when the user cancels. */
    Optional<Path> chooseFolder(String title);

    /** @param start where to begin when the user has chosen nothing before */
    Optional<Path> chooseFolder(String title, Path start);

    Optional<Path> chooseFile(String title, FileKind kind);

    Optional<Path> chooseTarget(String title, String suggestedName, FileKind kind);
}
