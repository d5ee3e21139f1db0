package reclens.ui.session;

import java.util.List;
import java.util.Map;
import javafx.beans.Observable;
import reclens.domain.HistoryEdit;

/** Whatever holds changes of histories that are being tried, as far as a session keeps them. */
public interface KeptEdits {
    /** Changes with every edit. */
    Observable changes();

    /** By user, in positions of the unedited history; users without edits are left out. */
    Map<String, List<HistoryEdit>> editsByUser();

    /** Takes edits of the open workspace up again. */
    void restore(Map<String, List<HistoryEdit>> edits);
}
