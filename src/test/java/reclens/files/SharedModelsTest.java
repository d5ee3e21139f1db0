package reclens.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reclens.SharedData;
import reclens.domain.CancellationToken;
import reclens.domain.Checkpoint;
import reclens.domain.ProgressListener;

/** Every real checkpoint holds the same tensors as the {@code model.safetensors} beside it. */
@EnabledIf("reclens.SharedData#isPresent")
class SharedModelsTest {
    static List<Path> checkpoints() throws IOException {
        if (!SharedData.isPresent()) {
            return List.of(Path.of("none"));
        }
        try (Stream<Path> files = Files.walk(SharedData.path("models"))) {
            return files.filter(f -> f.toString().matches(".*\\.(pth|pt)"))
                    .filter(f -> Files.exists(f.resolveSibling("model.safetensors")))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("checkpoints")
    void needsSharedDataReadsTheSameTensorsAsSafetensors(Path file) {
        Checkpoint expected = read(file.resolveSibling("model.safetensors"));
        Checkpoint found = read(file);
        assertThat(found.tensors().keySet())
                .containsExactlyInAnyOrderElementsOf(expected.tensors().keySet());
        expected.tensors().forEach((name, tensor) -> {
            assertThat(found.tensor(name).shape()).isEqualTo(tensor.shape());
            assertThat(found.tensor(name).dtype()).isEqualTo(tensor.dtype());
            assertThat(found.tensor(name).toFloats()).isEqualTo(tensor.toFloats());
        });
    }

    @Test
    void needsSharedDataReadsTheSettingsOfRecBole() throws IOException {
        Checkpoint checkpoint = read(recbole("recbole-sasrec-ml100k"));
        assertThat(checkpoint.settings())
                .containsEntry("model", "SASRec")
                .containsEntry("n_layers", 2L)
                .containsEntry("n_heads", 2L)
                .containsEntry("hidden_size", 64L)
                .containsEntry("MAX_ITEM_LIST_LENGTH", 50L)
                .containsEntry("layer_norm_eps", 1e-12)
                .containsEntry("hidden_act", "gelu");
    }

    @Test
    void needsSharedDataOpensACheckpointWithItsDataSetInTwoSeconds() throws IOException {
        Path din = recbole("recbole-din-ml100k");
        read(din);
        long start = System.nanoTime();
        Checkpoint checkpoint = read(din);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
        assertThat(checkpoint.settings()).containsEntry("model", "DIN");
    }

    private static Path recbole(String model) throws IOException {
        try (Stream<Path> files = Files.list(SharedData.path("models", model))) {
            return files.filter(f -> f.getFileName().toString().matches(".*-Nov-.*\\.pth"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Checkpoint read(Path file) {
        return CheckpointReader.read(file, ProgressListener.NONE, new CancellationToken());
    }
}
