package reclens.files;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import reclens.domain.DataException;
import reclens.domain.ModelConfig;
import reclens.domain.Problem;

/**
 * Reads {@code config.json}, or the {@code args.txt} that pmixer/SASRec.pytorch writes beside its checkpoints: lines of {@code
 * name,value}. Names of RecBole, pmixer and ICLRec are read as their own.
 */
public final class ConfigReader {
    private ConfigReader() {}

    /**
     * @throws DataException when it is no JSON object, or a line of {@code args.txt} is none; the message names the line. Also
     *     when two names of one setting have different values
     */
    public static ModelConfig read(Path file) {
        boolean lines = file.toString().endsWith(".txt");
        Map<String, Object> values = lines ? arguments(file) : JsonFiles.readObject(file);
        return new ModelConfig(file.toString(), ConfigNames.canonical(file.toString(), values));
    }

    private static Map<String, Object> arguments(Path file) {
        Map<String, Object> values = new LinkedHashMap<>();
        InputFile.length(file);
        try {
            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i).strip();
                int comma = line.indexOf(',');
                if (comma > 0) {
                    values.put(
                            line.substring(0, comma).strip(),
                            value(line.substring(comma + 1).strip()));
                } else if (!line.isEmpty()) {
                    throw new DataException(Problem.of("not a setting")
                            .at(file + ":" + (i + 1))
                            .expected("name,value, as in args.txt of SASRec.pytorch")
                            .found("'" + line + "'"));
                }
            }
        } catch (CharacterCodingException e) {
            throw InputFile.wrongEncoding(file, StandardCharsets.UTF_8, e);
        } catch (IOException e) {
            throw InputFile.unreadable(file, e);
        }
        return values;
    }

    private static Object value(String text) {
        if (text.equals("True") || text.equals("False")) {
            return text.equals("True");
        }
        return text.matches("-?\\d{1,18}") ? (Object) Long.valueOf(text) : text;
    }
}
