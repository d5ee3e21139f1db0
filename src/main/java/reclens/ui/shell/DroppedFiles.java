package reclens.ui.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import reclens.session.OwnFiles;
import reclens.session.Workspace;
import reclens.session.WorkspaceSource;
import reclens.ui.UiText;
import reclens.ui.wizard.OwnDataViewModel;

/** What to do with files that were dropped on the window. */
record DroppedFiles(ShellViewModel shell) {
    private static final String WORKSPACE = "workspace.json";

    /**
     * Opens what was dropped: a session, a workspace as a folder or its {@code workspace.json}, a checkpoint and a history in
     * either order, or a catalogue for the open workspace. What cannot be read at all is told.
     *
     * @return false for files of which the wizard has to make a workspace first
     */
    boolean open(List<Path> paths) {
        Path first = paths.get(0);
        Workspace now = shell.workbench().workspace();
        Optional<Path> session =
                paths.stream().filter(StartArguments::isSession).findFirst();
        Optional<Path> folder =
                paths.stream().flatMap(path -> workspaceFolder(path).stream()).findFirst();
        if (session.isPresent()) {
            shell.opening().openSession(session.get());
        } else if (folder.isPresent()) {
            shell.opening().openFolder(folder.get());
        } else if (paths.size() == 2
                && paths.stream().anyMatch(OwnDataViewModel::isModel)
                && paths.stream().anyMatch(OwnDataViewModel::isHistory)) {
            int model = OwnDataViewModel.isModel(first) ? 0 : 1;
            shell.opening().open(OwnFiles.accompanied(WorkspaceSource.files(paths.get(model), paths.get(1 - model))));
        } else if (paths.stream().noneMatch(path -> Files.isDirectory(path) || OwnDataViewModel.isKnown(path))) {
            String names = paths.stream()
                    .map(path -> String.valueOf(path.getFileName()))
                    .collect(Collectors.joining(", "));
            shell.dialogs().showMessage(UiText.get("drop.title"), UiText.format("drop.unknown", names));
        } else if (paths.size() == 1 && now != null && OwnDataViewModel.isCatalogue(first)) {
            shell.sessions()
                    .now()
                    .map(kept -> kept.withSource(now.source().withItems(first)))
                    .ifPresent(shell.opening()::openSession);
        } else {
            return false;
        }
        return true;
    }

    private static Optional<Path> workspaceFolder(Path path) {
        if (String.valueOf(path.getFileName()).equals(WORKSPACE)) {
            return Optional.ofNullable(path.toAbsolutePath().getParent());
        }
        return Optional.of(path).filter(folder -> Files.isRegularFile(folder.resolve(WORKSPACE)));
    }
}
