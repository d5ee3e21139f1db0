package reclens.cli;

import java.util.Arrays;
import java.util.List;
import reclens.domain.Problem;
import reclens.domain.UsageException;
import reclens.explanation.Method;
import reclens.session.MethodStudy;

/** Checks of options that picocli's types cannot express. */
final class Arguments {
    private Arguments() {}

    static void atLeastOne(String option, int value) {
        if (value < 1) {
            throw new UsageException(Problem.of("number out of range")
                    .at(option)
                    .expected("at least 1")
                    .found(Integer.toString(value)));
        }
    }

    /** As {@link #methods}; without a list every method but those that take seconds for one recommendation. */
    static List<Method> methodsOrQuick(String list) {
        return list == null ? MethodStudy.quickMethods() : methods(list);
    }

    /** Methods separated by commas, in order, each once. */
    static List<Method> methods(String list) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(m -> !m.isEmpty())
                .map(Method::parse)
                .distinct()
                .toList();
    }
}
