package reclens.ui.task;

/** Tasks of one lane run one after the other; lanes run side by side. */
public enum Lane {
    /** Everything that touches the open model, so that it is never closed under a running pass. */
    MODEL,
    /** Long runs over many users of the open model, so that selecting does not wait for them; ended before it is closed. */
    STUDIES,
    /** Reading workspaces, writing reports and preferences. */
    FILES,
    /** Work for pictures that needs neither, such as the order of a large matrix. */
    CHARTS
}
