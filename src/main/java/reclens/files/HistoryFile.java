package reclens.files;

import java.util.List;
import reclens.domain.InteractionLog;

/**
 * A history file as read.
 *
 * @param log the events
 * @param lines lines of data, malformed ones included
 * @param badLines the first 20 malformed lines
 * @param badLineCount all malformed lines; 0 unless they were to be skipped
 * @param notices assumptions and oddities that the user should know, one sentence each
 */
public record HistoryFile(
        InteractionLog log, long lines, List<BadLine> badLines, long badLineCount, List<String> notices) {
    public HistoryFile {
        badLines = List.copyOf(badLines);
        notices = List.copyOf(notices);
    }
}
