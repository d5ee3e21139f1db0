package reclens.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassArchiveTest {
    @TempDir
    private Path folder;

    @Test
    void anotherBuildOfTheJarHasAnotherArchive() throws IOException {
        Path jar = Files.writeString(folder.resolve("a.jar"), "one");
        ClassArchive before = ClassArchive.of(jar);
        Files.writeString(jar, "another");

        assertThat(ClassArchive.of(jar)).isNotEqualTo(before);
    }

    @Test
    void writesAnArchiveThatTheJvmAcceptsAndLeavesNothingElse() throws IOException, InterruptedException {
        Path jar = emptyJar();
        Path cache = Files.createDirectory(folder.resolve("cache"));
        ClassArchive archive = new ClassArchive(cache.resolve("classes-1.jsa"));
        Path list = Files.writeString(archive.list(7), "java/lang/Object id: 0\njava/lang/Str");

        archive.write(list, jar);

        assertThat(exitOf(
                        "-Xshare:on", "-XX:SharedArchiveFile=" + archive.archive(), "-cp", jar.toString(), "-version"))
                .isZero();
        try (Stream<Path> left = Files.list(cache)) {
            assertThat(left).containsExactly(archive.archive());
        }
    }

    @Test
    void aListThatCannotBeReadLeavesTheOldArchive() throws IOException, InterruptedException {
        Path jar = emptyJar();
        Path old = Files.writeString(folder.resolve("classes-1.jsa"), "old");
        ClassArchive archive = new ClassArchive(old);
        Path list = Files.writeString(archive.list(7), "no/such/Thing source: @\n");

        archive.write(list, folder.resolve("missing.jar"));

        assertThat(jar).exists();
        assertThat(old).exists();
    }

    @Test
    void classesFromFoldersAreRunInThisJvm() {
        assertThat(WorkbenchLauncher.run(new String[0])).isEmpty();
    }

    private Path emptyJar() throws IOException {
        Path jar = folder.resolve("app.jar");
        new JarOutputStream(Files.newOutputStream(jar)) {
            @Override
            public void close() throws IOException {
                putNextEntry(new java.util.zip.ZipEntry("a.txt"));
                closeEntry();
                super.close();
            }
        }.close();
        return jar;
    }

    private static int exitOf(String... options) throws IOException, InterruptedException {
        String[] command =
                Stream.concat(Stream.of(Jvm.executable()), Stream.of(options)).toArray(String[]::new);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
