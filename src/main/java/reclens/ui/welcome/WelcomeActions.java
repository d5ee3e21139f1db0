package reclens.ui.welcome;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What the welcome page can do.
 *
 * @param samples samples that are there
 * @param open opens a workspace folder
 * @param restore brings the last session back
 * @param chooseFolder asks for a workspace folder
 * @param ownData opens the wizard
 */
public record WelcomeActions(
        List<Sample> samples, Consumer<Path> open, Runnable restore, Runnable chooseFolder, Runnable ownData) {

    /**
     * A workspace that comes with the application.
     *
     * @param name of its folder and of its texts
     * @param folder empty where it did not come along
     */
    public record Sample(String name, Optional<Path> folder) {}
}
