package reclens.ui.evolution;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;
import reclens.session.HistoryEvolution;
import reclens.ui.UiText;
import reclens.ui.icon.Icons;

/** Plays through the points of a history. It ticks a few times a second and only while it plays. */
final class Player extends HBox {
    private static final Duration STEP = Duration.millis(450);

    private final EvolutionViewModel model;
    private final Slider slider = new Slider();
    private final Button play = new Button();
    private final Tooltip tip = new Tooltip();
    private final Timeline clock;

    Player(EvolutionViewModel model) {
        super(12);
        this.model = model;
        getStyleClass().addAll("card-pane", "player");
        setAlignment(Pos.CENTER_LEFT);
        play.getStyleClass().add("play-button");
        play.setTooltip(tip);
        play.setMinWidth(USE_PREF_SIZE);
        play.setOnAction(e -> model.togglePlaying());
        slider.setBlockIncrement(1);
        slider.setMajorTickUnit(1);
        slider.setMinorTickCount(0);
        slider.setAccessibleText(UiText.get("evolution.slider"));
        slider.setMinWidth(160);
        HBox.setHgrow(slider, Priority.ALWAYS);
        Label moment = new Label();
        moment.textProperty().bind(model.momentProperty());
        moment.getStyleClass().add("moment");
        moment.setMinWidth(0);
        moment.setPrefWidth(340); // of the same width at every point, so that the slider stays
        getChildren().addAll(play, slider, moment);
        slider.valueProperty().addListener((p, was, now) -> {
            if (model.evolutionProperty().get() != null) {
                model.pointProperty().set((int) Math.round(now.doubleValue()));
            }
        });
        slider.setOnMousePressed(e -> model.playingProperty().set(false));
        model.pointProperty().addListener((p, was, now) -> follow(now.intValue()));
        model.evolutionProperty().addListener((p, was, now) -> measure(now));
        model.momentProperty().addListener((p, was, now) -> slider.setAccessibleHelp(now));
        clock = new Timeline(new KeyFrame(STEP, e -> model.step()));
        clock.setCycleCount(Animation.INDEFINITE);
        model.playingProperty().addListener((p, was, now) -> showPlaying(now));
        measure(model.evolutionProperty().get());
        showPlaying(model.playingProperty().get());
    }

    private void measure(HistoryEvolution evolution) {
        int last = evolution == null ? 0 : evolution.points().size() - 1;
        setDisable(last < 1);
        slider.setMax(Math.max(1, last));
        follow(model.pointProperty().get());
    }

    private void follow(int point) {
        if (point >= 0 && Math.round(slider.getValue()) != point) {
            slider.setValue(point);
        }
    }

    private void showPlaying(boolean playing) {
        String key = playing ? "evolution.pause" : "evolution.play";
        play.setGraphic(Icons.of(playing ? "mdi2p-pause" : "mdi2p-play", 20));
        play.setAccessibleText(UiText.get(key));
        tip.setText(UiText.get(key));
        if (playing) {
            clock.play();
        } else {
            clock.stop();
        }
    }
}
