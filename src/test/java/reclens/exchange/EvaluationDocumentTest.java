package reclens.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import reclens.domain.TimeOrder;
import reclens.evaluation.Evaluation;
import reclens.evaluation.NegativeDraw;
import reclens.files.CsvText;

class EvaluationDocumentTest {
    private static final Evaluation SAMPLED = new Evaluation(
            "leave-one-out",
            100,
            NegativeDraw.DISTINCT,
            OptionalLong.of(7),
            10,
            "exclude",
            TimeOrder.EXACT,
            3,
            1,
            0,
            metrics(0.5),
            List.of(new Evaluation.Segment("age", "18, 19", 2, metrics(1))));

    @Test
    void namesProtocolSamplingAndSeedBesideTheMetrics() {
        JsonObject document =
                JsonParser.parseString(EvaluationDocument.write(SAMPLED)).getAsJsonObject();

        assertThat(document.get("schema").getAsString()).isEqualTo("reclens.evaluation/1");
        assertThat(document.get("protocol").getAsString()).isEqualTo("leave-one-out");
        assertThat(document.get("ranking").getAsString()).isEqualTo("sampled");
        assertThat(document.get("sampled_negatives").getAsInt()).isEqualTo(100);
        assertThat(document.get("seed").getAsLong()).isEqualTo(7);
        assertThat(document.get("users").getAsInt()).isEqualTo(3);
        assertThat(document.getAsJsonObject("metrics").get("hit_rate").getAsDouble())
                .isEqualTo(0.5);
    }

    @Test
    void aMetricThatDoesNotExistIsNull() {
        JsonObject document =
                JsonParser.parseString(EvaluationDocument.write(SAMPLED)).getAsJsonObject();

        assertThat(document.getAsJsonObject("metrics").get("coverage").isJsonNull())
                .isTrue();
    }

    @Test
    void theTableHasARowForAllAndOneForEachSegment() {
        assertThat(CsvText.of(EvaluationDocument.rows(SAMPLED)).lines())
                .containsExactly("feature,value,users,hit_rate,coverage", ",,3,0.5,", "age,\"18, 19\",2,1.0,");
    }

    private static Map<String, Double> metrics(double hitRate) {
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put("hit_rate", hitRate);
        metrics.put("coverage", Double.NaN);
        return metrics;
    }
}
