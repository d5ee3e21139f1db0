package reclens.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where a result goes and in which form. */
final class OutputOptions {
    @Option(names = "--json", description = "one JSON document on standard output and nothing else there")
    boolean json;

    @Option(names = "-o", paramLabel = "FILE", description = "write to a file instead of standard output")
    Path file;
}
