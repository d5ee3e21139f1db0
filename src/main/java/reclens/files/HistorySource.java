package reclens.files;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import reclens.domain.TimeOrder;

/**
 * Which history file to read, and what the user says of it. What is left out is recognised.
 *
 * @param file the file
 * @param columns names of columns by role: {@code user}, {@code item}, {@code event}, {@code time}, {@code session}; in a
 *     file without a header their numbers from 1; an empty name for {@code event} or {@code time} means that no column is taken for it
 * @param encoding UTF-8 when empty
 * @param separator between fields
 * @param includeEvents only events of these types; all when empty
 * @param skipBadLines whether malformed lines are counted instead of refusing the file
 * @param header whether the first line names the columns
 * @param format {@code csv}, {@code tsv}, {@code inter}, {@code sequences} or {@code jsonl}; empty to recognise it
 * @param order how finely times are told apart
 */
public record HistorySource(
        Path file,
        Map<String, String> columns,
        Optional<Charset> encoding,
        Optional<Character> separator,
        List<String> includeEvents,
        boolean skipBadLines,
        Optional<Boolean> header,
        String format,
        TimeOrder order) {
    public HistorySource {
        columns = Map.copyOf(columns);
        includeEvents = List.copyOf(includeEvents);
    }

    public HistorySource(
            Path file,
            Map<String, String> columns,
            Optional<Charset> encoding,
            Optional<Character> separator,
            List<String> includeEvents,
            boolean skipBadLines) {
        this(file, columns, encoding, separator, includeEvents, skipBadLines, Optional.empty(), "", TimeOrder.EXACT);
    }

    /** A file of which everything is recognised. */
    public static HistorySource of(Path file) {
        return new HistorySource(file, Map.of(), Optional.empty(), Optional.empty(), List.of(), false);
    }

    /** The same with other column names; roles that are not named stay as they were. */
    public HistorySource withColumns(Map<String, String> named) {
        Map<String, String> merged = new java.util.HashMap<>(columns);
        merged.putAll(named);
        return new HistorySource(file, merged, encoding, separator, includeEvents, skipBadLines, header, format, order);
    }

    public HistorySource withFile(Path other) {
        return new HistorySource(
                other, columns, encoding, separator, includeEvents, skipBadLines, header, format, order);
    }

    public HistorySource skippingBadLines(boolean skip) {
        return new HistorySource(file, columns, encoding, separator, includeEvents, skip, header, format, order);
    }

    public HistorySource ordered(TimeOrder other) {
        return new HistorySource(
                file, columns, encoding, separator, includeEvents, skipBadLines, header, format, other);
    }
}
