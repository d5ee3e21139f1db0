package reclens.ui.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import reclens.domain.DataException;
import reclens.domain.Problem;

class FaultTextTest {
    @Test
    void putsWhatIsWrongInTheLineAndTheRestInTheDetails() {
        FaultText text = FaultText.of(new DataException(Problem.of("the file is cut short")
                .at("model.safetensors")
                .expected("1,024 bytes")
                .found("512 bytes")
                .fix("download it again")));
        assertThat(text.line()).isEqualTo("The file is cut short: model.safetensors");
        assertThat(text.details())
                .isEqualTo("Expected: 1,024 bytes\nFound: 512 bytes\n" + "What to do: download it again");
    }

    @Test
    void aFaultOfTheProgramShowsItsTrace() {
        FaultText text = FaultText.of(new IllegalStateException("odd", new IllegalArgumentException("root")));
        assertThat(text.line()).isEqualTo("A fault of the program: odd");
        assertThat(text.details()).contains("IllegalStateException: odd", "Caused by", "root", "FaultTextTest");
    }
}
