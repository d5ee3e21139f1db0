package reclens.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reclens.SharedData;
import reclens.domain.CancellationToken;
import reclens.domain.Checkpoint;
import reclens.domain.DType;
import reclens.domain.DataException;
import reclens.domain.ProgressListener;
import reclens.domain.Tensor;

/** Every file of the shared edge cases behaves as its {@code expected.json} says. */
@EnabledIf("reclens.SharedData#isPresent")
class FormatEdgeCasesTest {
    @ParameterizedTest
    @CsvSource({
        "plain.pth, 1e-8",
        "plain_legacy.pth, 1e-8",
        "plain.safetensors, 1e-8",
        "dataparallel_prefix.pth, 1e-8",
        "nested_checkpoint.pth, 1e-8",
        "numpy_arrays_in_pickle.pth, 1e-8",
        "full_module_pickled.pth, 1e-8",
        "torchscript.pt, 1e-8",
        "double.pth, 1e-8",
        "half.pth, 2e-3",
        "bfloat16.pth, 2e-2",
    })
    void needsSharedDataReadsTheWeights(String name, double tolerance) {
        Checkpoint checkpoint = read(name);
        Map<String, Object> expected = expected("weights ");
        assertThat(checkpoint.tensors().keySet()).containsExactlyInAnyOrderElementsOf(expected.keySet());
        expected.forEach((tensor, value) -> compare(checkpoint.tensor(tensor), JsonFiles.asMap(value), tolerance));
    }

    @ParameterizedTest
    @ValueSource(strings = {"strides_offsets_shared_dtypes.pth", "strides_offsets_shared_dtypes_legacy.pth"})
    void needsSharedDataReadsStridesOffsetsAndSharedStorage(String name) {
        Checkpoint checkpoint = read(name);
        Map<String, Object> expected = expected("strides");
        assertThat(checkpoint.tensors().keySet()).containsExactlyInAnyOrderElementsOf(expected.keySet());
        expected.forEach((tensor, value) -> {
            compare(checkpoint.tensor(tensor), JsonFiles.asMap(value), 0);
            assertThat(checkpoint.tensor(tensor).dtype())
                    .isEqualTo(
                            switch ((String) JsonFiles.asMap(value).get("dtype")) {
                                case "float32" -> DType.F32;
                                case "int64" -> DType.I64;
                                case "int32" -> DType.I32;
                                case "uint8" -> DType.U8;
                                default -> DType.BOOL;
                            });
        });
    }

    @Test
    void needsSharedDataReadsMixedTypesOfSafetensors() {
        Checkpoint checkpoint = read("mixed_dtypes.safetensors");
        assertThat(checkpoint.tensor("f16").dtype()).isEqualTo(DType.F16);
        assertThat(checkpoint.tensor("f64").dtype()).isEqualTo(DType.F64);
        assertThat(checkpoint.tensor("i64").toLongs()).hasSize(3);
        assertThat(checkpoint.tensor("bool").toLongs()).hasSize(2);
        assertThat(checkpoint.tensor("scalar").shape()).isEmpty();
        assertThat(checkpoint.tensor("empty").toFloats()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bad_header_length.safetensors | the header length is impossible; expected 2 to 464 bytes, found 9223372036854775807 bytes",
                "bad_json.safetensors          | the header is not valid",
                "bad_truncated.safetensors     | the file does not have the length that its header states; expected 472 bytes, found 462 bytes",
                "bad_truncated.pth             | the zip file is damaged",
                "hostile_reduce_print.pth      | refused: the file asks Python to run '__builtin__.print'",
            })
    void needsSharedDataRefuses(String name, String message) {
        assertThatThrownBy(() -> read(name))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(name)
                .hasMessageContaining(message)
                .hasMessageNotContaining("\n");
    }

    private static void compare(Tensor tensor, Map<String, Object> expected, double tolerance) {
        assertThat(tensor.shape()).isEqualTo(expected.get("shape"));
        float[] values = tensor.toFloats();
        List<?> data = (List<?>) expected.get("data");
        assertThat(values).hasSize(data.size());
        for (int i = 0; i < values.length; i++) {
            double value = data.get(i) instanceof Boolean flag ? flag ? 1 : 0 : ((Number) data.get(i)).doubleValue();
            assertThat((double) values[i]).isCloseTo(value, org.assertj.core.data.Offset.offset(tolerance + 1e-7));
        }
    }

    private static Map<String, Object> expected(String keyStart) {
        Map<String, Object> all = JsonFiles.readObject(folder().resolve("expected.json"));
        return JsonFiles.asMap(all.entrySet().stream()
                .filter(e -> e.getKey().startsWith(keyStart))
                .findFirst()
                .orElseThrow()
                .getValue());
    }

    private static Checkpoint read(String name) {
        return CheckpointReader.read(folder().resolve(name), ProgressListener.NONE, new CancellationToken());
    }

    private static Path folder() {
        return SharedData.path("models", "format-edge-cases");
    }
}
