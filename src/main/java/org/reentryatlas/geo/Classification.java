package org.reentryatlas.geo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.filter.FilterFactory;
import org.geotools.data.collection.ListFeatureCollection;
import org.geotools.factory.CommonFactoryFinder;
import org.geotools.feature.simple.SimpleFeatureBuilder;
import org.geotools.feature.simple.SimpleFeatureTypeBuilder;
import org.geotools.filter.function.ClassificationFunction;
import org.geotools.filter.function.EqualIntervalFunction;
import org.geotools.filter.function.QuantileFunction;
import org.geotools.filter.function.RangedClassifier;

/**
 * Parts numbers into classes of a choropleth. Classes are told by values that occur, both ends included, so that none is empty
 * and no value is in two; where there are few different values, each stands for itself.
 */
public final class Classification {
    private static final String VALUE = "value";
    private static final SimpleFeatureType TYPE = type();

    /** How the numbers are parted. */
    public enum Method {
        /** Classes of about as many values each. */
        QUANTILE,
        /** Natural breaks: values that are alike are together (G. F. Jenks, after W. D. Fisher). */
        JENKS,
        /** Classes of the same width. */
        EQUAL
    }

    /** From the least to the largest value in it. */
    public record Range(double from, double to) {}

    private Classification() {}

    private static SimpleFeatureType type() {
        SimpleFeatureTypeBuilder builder = new SimpleFeatureTypeBuilder();
        builder.setName("classified");
        builder.add(VALUE, Double.class);
        return builder.buildFeatureType();
    }

    /**
     * Classes of finite values, rising; fewer than wanted where the values are few or much alike, none without values.
     *
     * @param most how many classes are wanted, at least 1
     */
    public static List<Range> of(double[] values, Method method, int most) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double[] distinct = Arrays.stream(sorted).distinct().toArray();
        if (distinct.length <= most) {
            return Arrays.stream(distinct)
                    .mapToObj(value -> new Range(value, value))
                    .toList();
        }
        if (most == 1) {
            return List.of(new Range(distinct[0], distinct[distinct.length - 1]));
        }
        return switch (method) {
            case JENKS -> NaturalBreaks.of(sorted, most);
            case QUANTILE -> ranges(distinct, classify(new QuantileFunction(), sorted, most));
            case EQUAL -> ranges(distinct, classify(new EqualIntervalFunction(), sorted, most));
        };
    }

    private static RangedClassifier classify(ClassificationFunction function, double[] values, int most) {
        FilterFactory filters = CommonFactoryFinder.getFilterFactory();
        ListFeatureCollection features = new ListFeatureCollection(TYPE);
        for (int i = 0; i < values.length; i++) {
            features.add(SimpleFeatureBuilder.build(TYPE, new Object[] {values[i]}, Integer.toString(i)));
        }
        function.setParameters(List.of(filters.property(VALUE), filters.literal(most)));
        return (RangedClassifier) function.evaluate(features);
    }

    /** A class of GeoTools ends before its largest value, but for the last one, and for one that is a single value. */
    private static List<Range> ranges(double[] distinct, RangedClassifier classifier) {
        List<Range> ranges = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < classifier.getSize() && start < distinct.length; i++) {
            double least = ((Number) classifier.getMin(i)).doubleValue();
            double end = ((Number) classifier.getMax(i)).doubleValue();
            boolean isLast = i == classifier.getSize() - 1;
            int next = start;
            while (next < distinct.length
                    && (isLast || distinct[next] < end || (least == end && distinct[next] == end))) {
                next++;
            }
            if (next > start) {
                ranges.add(new Range(distinct[start], distinct[next - 1]));
            }
            start = next;
        }
        return ranges;
    }
}
