package reclens.text.source;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * The texts that the sources below the window make for people: faults, notices, assumptions, why a method has no values. The
 * command line is left out, since it speaks English, and so is the window, which has its words from its own files.
 */
public final class SourceTexts {
    private static final Path ROOT = Path.of("src/main/java/reclens");
    private static final Set<String> OWN_WORDS = Set.of("cli", "ui", "launch", "text");
    private static final Set<String> PROBLEM = Set.of("expected", "found", "fix");
    private static final Set<String> REFUSALS = Set.of("refusal", "typeRefusal", "unknownItems");

    private final Evaluator evaluator;
    private final Sources sources;
    private final Map<String, Set<String>> places = new TreeMap<>();
    private final Set<String> seen = new HashSet<>();
    private final BiPredicate<String, Integer> isText;

    private SourceTexts(Sources sources, BiPredicate<String, Integer> isText) {
        this.sources = sources;
        this.evaluator = new Evaluator(sources);
        this.isText = isText;
    }

    /**
     * Where each text with words stands, by its template.
     *
     * @param isText whether a hole of a template is filled with such a text, which is then looked for as well
     */
    public static Map<String, Set<String>> collect(BiPredicate<String, Integer> isText) throws IOException {
        try (Stream<Path> folders = Files.list(ROOT)) {
            SourceTexts texts = new SourceTexts(
                    Sources.parse(folders.filter(Files::isDirectory)
                            .filter(f -> !OWN_WORDS.contains(f.getFileName().toString()))
                            .toList()),
                    isText);
            texts.faults();
            texts.notices();
            texts.refusals();
            return texts.places;
        }
    }

    private void faults() {
        for (TreePath call : sources.calls()) {
            String name = name(call);
            if (arguments(call).size() == 1
                    && (name.equals("of") && on(call).equals("Problem") || PROBLEM.contains(name))) {
                take(call, 0);
            } else if (name.equals("at")
                    && arguments(call).size() == 1
                    && arguments(call).get(0) instanceof BinaryTree) {
                take(call, 0);
            }
        }
        sources.creations().stream()
                .filter(c -> sources.place(c).startsWith("reclens/files/"))
                .filter(c -> Sources.name(((NewClassTree) c.getLeaf()).getIdentifier())
                        .matches("(?!IllegalState).*Exception"))
                .filter(c -> !((NewClassTree) c.getLeaf()).getArguments().isEmpty())
                .forEach(c -> take(Evaluator.child(c, Evaluator.argument(c, 0))));
    }

    private void notices() {
        for (TreePath call : sources.calls()) {
            String name = name(call);
            int count = arguments(call).size();
            if (name.equals("assume")
                    || name.equals("note") && count == 1
                    || name.equals("add") && Set.of("notices", "all", "notes").contains(on(call))) {
                take(call, 0);
            } else if (name.equals("put")
                    && count == 2
                    && Set.of("absent", "refusals").contains(on(call))) {
                take(call, 1);
            } else if (name.equals("log") && on(call).equals("LOG")) {
                take(call, 1);
            } else if (name.equals("map") && method(call).equals("unknown")) {
                take(call, 0);
            }
        }
    }

    private void refusals() {
        for (TreePath method : sources.methods()) {
            if (REFUSALS.contains(((MethodTree) method.getLeaf()).getName().toString())) {
                Evaluator.returns(method).forEach(this::take);
            }
        }
    }

    private void take(TreePath call, int argument) {
        ExpressionTree given = arguments(call).get(argument);
        TreePath path = Evaluator.child(call, given);
        take(given instanceof LambdaExpressionTree lambda ? Evaluator.child(path, lambda.getBody()) : path);
    }

    private void take(TreePath expression) {
        for (Template text : evaluator.whole(expression)) {
            String id = text.id();
            if (!text.hasWords()) {
                continue;
            }
            places.computeIfAbsent(id, i -> new TreeSet<>()).add(sources.place(expression));
            for (int hole = 0; !text.fillers(hole).isEmpty(); hole++) {
                if (isText.test(id, hole)) {
                    text.fillers(hole).stream()
                            .filter(f -> seen.add(sources.place(f) + f.getLeaf()))
                            .forEach(this::take);
                }
            }
        }
    }

    private static String name(TreePath call) {
        return Sources.name(((MethodInvocationTree) call.getLeaf()).getMethodSelect());
    }

    private static String on(TreePath call) {
        ExpressionTree receiver = Sources.receiver((MethodInvocationTree) call.getLeaf());
        return receiver == null ? "" : Sources.name(receiver);
    }

    private static List<? extends ExpressionTree> arguments(TreePath call) {
        return ((MethodInvocationTree) call.getLeaf()).getArguments();
    }

    private static String method(TreePath path) {
        TreePath method = Sources.around(path, MethodTree.class);
        return method == null ? "" : ((MethodTree) method.getLeaf()).getName().toString();
    }
}
