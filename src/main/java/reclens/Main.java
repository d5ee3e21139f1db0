package reclens;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.OptionalInt;
import reclens.cli.CommandLineMain;
import reclens.launch.WorkbenchLauncher;
import reclens.ui.ReclensApplication;

/**
 * Opens the workbench, or runs the command line when the first argument names a command. Not a JavaFX {@code Application}: a
 * main class that is one cannot be started from the class path.
 */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        if (opensTheWorkbench(args)) {
            OptionalInt ended = WorkbenchLauncher.run(args);
            if (ended.isPresent()) {
                System.exit(ended.getAsInt());
            }
            ReclensApplication.launchWith(args);
        } else {
            System.exit(CommandLineMain.run(args));
        }
    }

    /** No argument, or a folder or file to open. */
    private static boolean opensTheWorkbench(String[] args) {
        if (args.length == 0) {
            return true;
        }
        try {
            return !args[0].startsWith("-") && Files.exists(Path.of(args[0]));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
