package reclens.launch;

import java.io.File;
import java.nio.file.Path;

/** The JVM that runs this program. */
final class Jvm {
    private Jvm() {}

    static String executable() {
        String name = File.separatorChar == '\\' ? "java.exe" : "java";
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    /** Others do not know the options that start it faster. */
    static boolean isHotSpot() {
        String name = System.getProperty("java.vm.name", "");
        return name.contains("HotSpot") || name.contains("OpenJDK");
    }
}
