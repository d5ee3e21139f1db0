package reclens.chart;

import java.util.Locale;

/**
 * The colour maps to choose from for values without a sign. Each gets steadily lighter, so that it reads in grey and with
 * every kind of colour blindness; their stops stand in the table of tokens.
 */
public enum SequentialMap {
    /** Nuñez, Anderton and Renslow 2018, made to look alike to normal and colour-blind eyes. */
    CIVIDIS("sequential"),
    /** Of Matplotlib (Smith and van der Walt 2015): more hues, and as safe. */
    VIRIDIS("viridis"),
    /** Equal steps of lightness, for printing in black and white. */
    GREYS("greys");

    private final String token;

    SequentialMap(String token) {
        this.token = token;
    }

    /** Its name in preferences and texts. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The tokens of its stops, without their numbers. */
    String token() {
        return token;
    }
}
