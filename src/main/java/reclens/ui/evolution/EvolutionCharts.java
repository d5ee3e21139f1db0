package reclens.ui.evolution;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import reclens.chart.EventLabel;
import reclens.chart.SharesSpec;
import reclens.domain.Catalog;
import reclens.domain.Interaction;
import reclens.session.Evolution;
import reclens.session.HistoryEvolution;
import reclens.session.HistoryEvolution.Group;
import reclens.session.HistoryEvolution.Kind;
import reclens.session.HistoryEvolution.Point;
import reclens.text.Dates;
import reclens.text.Messages;
import reclens.text.Sentences;
import reclens.ui.UiText;

/** The specs of an evolution: the values with the most have colours, which are the same in both charts; the others are summed. */
final class EvolutionCharts {
    private final HistoryEvolution evolution;
    private final Catalog catalog;
    private final Sentences sentences;
    private final Dates dates;
    /** Series by group [G]. */
    private final int[] seriesOf;

    private final List<SharesSpec.Series> series = new ArrayList<>();

    EvolutionCharts(HistoryEvolution evolution, Catalog catalog, Messages messages) {
        this.evolution = evolution;
        this.catalog = catalog;
        this.sentences = new Sentences(messages);
        this.dates = new Dates(messages);
        this.seriesOf = new int[evolution.groups().size()];
        arrange();
    }

    private void arrange() {
        List<Group> groups = evolution.groups(); // those with the most come first
        int other = -1;
        long summed = 0;
        boolean without = false;
        for (int g = 0; g < groups.size(); g++) {
            Kind kind = groups.get(g).kind();
            if (kind == Kind.VALUE && series.size() < SharesSpec.COLORS) {
                seriesOf[g] = series.size();
                series.add(named(groups.get(g).value(), SharesSpec.Kind.VALUE, series.size()));
            } else if (kind == Kind.VALUE || kind == Kind.REST || kind == Kind.NO_VALUE) {
                if (other < 0) {
                    other = series.size();
                    series.add(null);
                }
                seriesOf[g] = other;
                summed += kind == Kind.VALUE ? 1 : 0;
                without |= kind == Kind.NO_VALUE;
            } else {
                seriesOf[g] = series.size();
                String key = kind == Kind.PADDING ? "evolution.padding" : "evolution.own-slot";
                series.add(named(UiText.get(key), SharesSpec.Kind.NO_ITEM, -1));
            }
        }
        if (other >= 0) {
            String key = summed == 0 && without ? "evolution.no-value" : "evolution.other";
            series.set(other, named(UiText.get(key), SharesSpec.Kind.OTHER, -1));
        }
    }

    private static SharesSpec.Series named(String name, SharesSpec.Kind kind, int color) {
        return new SharesSpec.Series(name, kind, color, new double[0]);
    }

    SharesSpec recommended() {
        String measure = evolution.measure().name().toLowerCase(Locale.ROOT);
        return spec(
                UiText.format("evolution.recommended", featureName()),
                UiText.get("evolution.recommended." + measure),
                UiText.get("evolution.axis." + measure),
                Point::recommended,
                series.stream().filter(s -> s.kind() != SharesSpec.Kind.NO_ITEM).toList());
    }

    SharesSpec attended() {
        return spec(
                UiText.format("evolution.attended", featureName()),
                UiText.get(
                        evolution.attentionSumsToOne() ? "evolution.attended.shares" : "evolution.attended.magnitudes"),
                UiText.get("evolution.axis.attention"),
                Point::attended,
                series);
    }

    private SharesSpec spec(
            String title,
            String subtitle,
            String axis,
            Function<Point, double[]> shares,
            List<SharesSpec.Series> shown) {
        List<Point> points = evolution.points();
        double[][] sums = new double[series.size()][points.size()];
        for (int p = 0; p < points.size(); p++) {
            double[] groups = shares.apply(points.get(p));
            for (int g = 0; g < groups.length; g++) {
                sums[seriesOf[g]][p] += groups[g];
            }
        }
        List<SharesSpec.Series> filled = new ArrayList<>();
        for (int s = 0; s < shown.size(); s++) {
            SharesSpec.Series one = shown.get(s);
            filled.add(new SharesSpec.Series(one.name(), one.kind(), one.color(), sums[series.indexOf(one)]));
        }
        return new SharesSpec(
                title,
                subtitle,
                axis,
                points.stream().map(this::label).toList(),
                filled,
                points.stream().mapToInt(p -> seriesOf[p.eventGroup()]).toArray(),
                new SharesSpec.Words(UiText.get("evolution.strip"), UiText.get("evolution.time")));
    }

    EventLabel label(Point point) {
        List<Interaction> events = evolution.history().events();
        Interaction event = events.get(point.position());
        return new EventLabel(
                event.position(),
                event.event() == null ? "" : event.event(),
                dates.day(event.time(), events.get(events.size() - 1).time()),
                sentences.title(event.item(), catalog));
    }

    /** Words of a series at a point: its name. */
    String seriesName(int group) {
        return series.get(seriesOf[group]).name();
    }

    /** Colour of the series of a group. */
    String token(int group) {
        return series.get(seriesOf[group]).token();
    }

    /** The feature as words: "price band". */
    String featureName() {
        return name(evolution.feature());
    }

    static String name(String feature) {
        return feature.equals(Evolution.TITLE) ? UiText.get("evolution.title-feature") : feature.replace('_', ' ');
    }
}
