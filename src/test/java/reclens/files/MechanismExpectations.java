package reclens.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import reclens.domain.DoubleTensor;
import reclens.domain.MechanismCase;

/** Reads the expected outputs of golden mechanism cases with the reader of inputs. */
public final class MechanismExpectations {
    /**
     * @param input what to compute
     * @param expected steps by name
     * @param floatError difference between float32 and float64 that the file states; 0 where it states none
     */
    public record Golden(MechanismCase input, Map<String, DoubleTensor> expected, double floatError) {
        @Override
        public String toString() {
            return input.name();
        }
    }

    private MechanismExpectations() {}

    public static List<Golden> read(Path file) {
        List<MechanismCase> inputs = MechanismCaseReader.readAll(file);
        List<JsonEntries> entries = new JsonEntries(file, "", JsonFiles.readObject(file)).objects("cases");
        List<Golden> goldens = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            Map<String, DoubleTensor> expected =
                    new LinkedHashMap<>(MechanismCaseReader.tensors(file, entries.get(i), "expected"));
            Object error = entries.get(i).values().get("max_abs_diff_float32_vs_float64");
            goldens.add(new Golden(inputs.get(i), expected, error instanceof Number n ? n.doubleValue() : 0));
        }
        return goldens;
    }
}
