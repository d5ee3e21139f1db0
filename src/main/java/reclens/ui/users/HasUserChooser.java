package reclens.ui.users;

/** A view that takes the whole width and has the chooser of users in its head. */
public interface HasUserChooser {
    UserChooser chooser();
}
