package reclens.files;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import reclens.domain.DataException;
import reclens.domain.Problem;

/**
 * How a text file is laid out, recognised from its first lines.
 *
 * @param kind what a line is
 * @param charset encoding
 * @param separator between fields; one character or {@code ::}
 * @param quoted whether {@code "} encloses fields
 * @param header whether the first line names the columns
 * @param columns names of the columns, without types; {@code 1}, {@code 2}, ... where there is no header
 * @param sequences which columns hold several values separated by spaces (RecBole's {@code token_seq})
 * @param first fields of the first line of data
 */
record TextFormat(
        Kind kind,
        Charset charset,
        String separator,
        boolean quoted,
        boolean header,
        List<String> columns,
        List<Boolean> sequences,
        List<String> first) {
    enum Kind {
        /** Fields between separators. */
        DELIMITED,
        /** A user and then one or more items, between blanks. */
        SEQUENCES,
        /** One JSON object a line. */
        JSON_LINES,
        /** One JSON object over the whole file. */
        JSON
    }

    private static final Pattern TYPED = Pattern.compile("[^:]+:(token|token_seq|float|float_seq)");
    private static final List<String> SEPARATORS = List.of("\t", ";", ",", "|");

    /** What the caller says of the layout; what it leaves out is recognised. */
    record Options(
            Optional<Charset> encoding, Optional<Character> separator, Optional<Boolean> header, String format) {}

    /**
     * Recognises a file.
     *
     * @param named columns that the caller names; a first line that has one of them is a header
     * @throws DataException when the file is empty
     */
    static TextFormat of(Path file, Options options, java.util.Collection<String> named) {
        InputFile.length(file);
        try {
            Charset charset = TextInput.charset(file, options.encoding);
            List<String> sample = TextInput.sample(file, charset);
            if (sample.isEmpty()) {
                throw new DataException(Problem.of("the file is empty").at(file.toString()));
            }
            String format = options.format;
            if (format.equals("jsonl")
                    || format.isEmpty() && sample.get(0).stripLeading().startsWith("{")) {
                return json(charset, sample);
            }
            return delimited(charset, sample, options, named);
        } catch (IOException e) {
            throw InputFile.unreadable(file, e);
        }
    }

    private static TextFormat json(Charset charset, List<String> sample) {
        String line = sample.get(0).strip();
        boolean whole = !line.endsWith("}") || sample.size() == 1 && !line.contains("\"events\"") && isMap(line);
        return new TextFormat(
                whole ? Kind.JSON : Kind.JSON_LINES, charset, "", false, false, List.of(), List.of(), List.of());
    }

    /** Whether the first value of an object is a list, as in {@code {"4": [1, 2]}}. */
    private static boolean isMap(String line) {
        return line.matches("(?s)\\{\\s*\"[^\"]*\"\\s*:\\s*\\[.*");
    }

    private static TextFormat delimited(
            Charset charset, List<String> sample, Options options, java.util.Collection<String> named) {
        boolean typed = sample.get(0).contains(":")
                && Arrays.stream(sample.get(0)
                                .split(options.separator.map(String::valueOf).orElse("\t")))
                        .allMatch(c -> TYPED.matcher(c.strip()).matches());
        String separator = typed
                ? options.separator.map(String::valueOf).orElse("\t")
                : options.separator.map(c -> separator(c, sample)).orElseGet(() -> separator(sample, options.format));
        boolean quoted = !typed && !separator.equals("::") && !separator.equals(" ");
        List<String> first = split(sample.get(0), separator, quoted);
        boolean header = options.header.orElseGet(() -> typed || isHeader(first, sample, separator, quoted, named));
        List<String> columns = new ArrayList<>();
        List<Boolean> sequences = new ArrayList<>();
        for (int i = 0; i < first.size(); i++) {
            String cell = first.get(i).strip();
            int colon = typed ? cell.lastIndexOf(':') : -1;
            columns.add(!header ? Integer.toString(i + 1) : colon < 0 ? cell : cell.substring(0, colon));
            sequences.add(colon >= 0 && cell.endsWith("_seq"));
        }
        boolean sequence = !header && (options.format.equals("sequences") || isSequence(sample, separator));
        List<String> data = !header ? first : sample.size() > 1 ? split(sample.get(1), separator, quoted) : List.of();
        return new TextFormat(
                sequence ? Kind.SEQUENCES : Kind.DELIMITED,
                charset,
                separator,
                quoted && !sequence,
                header,
                columns,
                sequences,
                data);
    }

    private static String separator(char named, List<String> sample) {
        return named == ':' && sample.get(0).contains("::") ? "::" : String.valueOf(named);
    }

    private static String separator(List<String> sample, String format) {
        if (format.equals("tsv") || format.equals("inter")) {
            return "\t";
        }
        if (format.equals("sequences")) {
            return " ";
        }
        if (sample.stream().allMatch(l -> l.contains("::"))) {
            return "::";
        }
        String best = " ";
        int bestScore = 0;
        for (String candidate : SEPARATORS) {
            int columns = split(sample.get(0), candidate, true).size();
            long same = sample.stream()
                    .filter(l -> split(l, candidate, true).size() == columns)
                    .count();
            // A separator that gives all lines the same number of fields beats one that only occurs more often.
            int score = columns < 2 ? 0 : columns + (same == sample.size() ? 1_000_000 : 0);
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return best;
    }

    private static boolean isHeader(
            List<String> first,
            List<String> sample,
            String separator,
            boolean quoted,
            java.util.Collection<String> named) {
        if (first.stream().anyMatch(c -> ColumnNames.isCommon(c) || named.contains(c.strip()))) {
            return true;
        }
        boolean hasNumber = first.stream().anyMatch(TextFormat::isNumber);
        if (hasNumber || sample.size() < 2 || separator.equals("::")) {
            return false;
        }
        return split(sample.get(1), separator, quoted).stream().anyMatch(TextFormat::isNumber);
    }

    /** Lines of tokens between blanks; three or four columns that end in a time are a table. */
    private static boolean isSequence(List<String> sample, String separator) {
        if (!separator.equals(" ") && !separator.equals("\t")) {
            return false;
        }
        List<String[]> lines =
                sample.stream().map(l -> l.strip().split("[ \t]+")).toList();
        int fields = lines.get(0).length;
        boolean even = lines.stream().allMatch(l -> l.length == fields);
        if (!even) {
            return true;
        }
        boolean endsInTime = fields >= 3 && lines.stream().allMatch(l -> TimeParser.looksLikeTime(l[l.length - 1]));
        return separator.equals(" ") && !endsInTime;
    }

    private static boolean isNumber(String cell) {
        return cell.strip().matches("[-+]?\\d+(\\.\\d+)?([eE][-+]?\\d+)?");
    }

    /** Fields of one line; only for recognising, the parser reads the file. */
    static List<String> split(String line, String separator, boolean quoted) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean inQuotes = false;
        int i = 0;
        while (i < line.length()) {
            char c = line.charAt(i);
            if (quoted && c == '"') {
                inQuotes = !inQuotes;
                i++;
            } else if (!inQuotes && line.startsWith(separator, i)) {
                fields.add(field.toString());
                field.setLength(0);
                i += separator.length();
            } else {
                field.append(c);
                i++;
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
