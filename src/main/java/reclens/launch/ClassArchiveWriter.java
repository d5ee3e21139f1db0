package reclens.launch;

import java.io.IOException;
import java.nio.file.Path;

/** Program of the process that writes a {@link ClassArchive}: archive, list of classes, jar. */
final class ClassArchiveWriter {
    private ClassArchiveWriter() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        new ClassArchive(Path.of(args[0])).write(Path.of(args[1]), Path.of(args[2]));
    }
}
