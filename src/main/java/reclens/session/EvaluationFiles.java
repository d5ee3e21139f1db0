package reclens.session;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import reclens.evaluation.Evaluation;
import reclens.exchange.EvaluationDocument;
import reclens.files.AtomicFiles;
import reclens.files.CsvText;

/** An evaluation as the files that the command {@code evaluate} writes. */
public final class EvaluationFiles {
    private EvaluationFiles() {}

    /**
     * Writes comma-separated text where the name ends in {@code .csv}, else JSON.
     *
     * @throws reclens.domain.DataException when the file cannot be written
     */
    public static void write(Evaluation evaluation, Path target) {
        String text = String.valueOf(target.getFileName()).endsWith(".csv")
                ? CsvText.of(EvaluationDocument.rows(evaluation))
                : EvaluationDocument.write(evaluation);
        AtomicFiles.write(target, out -> out.write((text + "\n").getBytes(StandardCharsets.UTF_8)));
    }
}
