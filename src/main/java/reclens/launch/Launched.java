package reclens.launch;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** What a workbench that {@link WorkbenchLauncher} started owes to it. */
public final class Launched {
    static final String PROPERTY = "reclens.launched";
    static final String LIST = "reclens.launched.classes";
    /** After the first explanation is on screen: the second core is idle then, and a user is reading. */
    private static final long REST_MILLIS = 1500;

    private Launched() {}

    static boolean isSo() {
        return System.getProperty(PROPERTY) != null;
    }

    /** When the program was started: this JVM, or the launcher before it, but for the 40 ms that a JVM takes to begin. */
    public static Instant start() {
        return Instant.ofEpochMilli(
                isSo()
                        ? Long.parseLong(System.getProperty(PROPERTY))
                        : ManagementFactory.getRuntimeMXBean().getStartTime());
    }

    /** Ends this process when the launcher is killed: its end of our standard input closes with it. */
    public static void endWithTheLauncher() {
        if (!isSo()) {
            return;
        }
        inBackground("reclens-launcher-watch", () -> {
            try (InputStream launcher = System.in) {
                while (launcher.read() >= 0) {
                    // nothing is ever written
                }
            } catch (IOException e) {
                // closed is closed
            }
            Runtime.getRuntime().halt(1);
        });
    }

    /** Called when the first explanation is on screen. Writes the archive of classes in the background where none is. */
    public static void ready() {
        String list = System.getProperty(LIST);
        if (list == null) {
            return;
        }
        Path jar = Path.of(System.getProperty("java.class.path"));
        inBackground("reclens-class-archive", () -> {
            try {
                Thread.sleep(REST_MILLIS);
                // A process of its own, so that closing the window early does not lose the archive.
                new ProcessBuilder(List.of(
                                Jvm.executable(),
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                jar.toString(),
                                ClassArchiveWriter.class.getName(),
                                ClassArchive.of(jar).archive().toString(),
                                list,
                                jar.toString()))
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
            } catch (IOException e) {
                // The next start is as slow as this one; nothing else is lost.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private static void inBackground(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
