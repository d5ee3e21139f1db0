package reclens.text.source;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.Modifier;

/**
 * The texts that an expression can have. Follows variables, constants, parameters to their callers and calls of methods of the
 * same file to what they return; whatever else is computed is a hole.
 */
final class Evaluator {
    private final Sources sources;
    private final Map<Tree, List<Template>> known = new IdentityHashMap<>();
    private final Map<Tree, List<Template>> knownWhole = new IdentityHashMap<>();

    Evaluator(Sources sources) {
        this.sources = sources;
    }

    /** All texts of an expression that is a whole text. */
    List<Template> whole(TreePath expression) {
        return of(expression, true);
    }

    /** Each expression once: until it is known, what leads back to it is a hole. */
    private List<Template> of(TreePath path, boolean whole) {
        Map<Tree, List<Template>> texts = whole ? knownWhole : known;
        if (!texts.containsKey(path.getLeaf())) {
            texts.put(path.getLeaf(), List.of(Template.hole(path)));
            texts.put(path.getLeaf(), texts(path, whole));
        }
        return texts.get(path.getLeaf());
    }

    private List<Template> texts(TreePath path, boolean whole) {
        Tree tree = path.getLeaf();
        if (tree instanceof LiteralTree literal) {
            Object value = literal.getValue();
            return List.of(value == null ? Template.hole(path) : Template.text(value.toString()));
        }
        if (tree instanceof ParenthesizedTree inner) {
            return of(child(path, inner.getExpression()), whole);
        }
        if (tree instanceof BinaryTree sum && tree.getKind() == Tree.Kind.PLUS) {
            return joined(of(child(path, sum.getLeftOperand()), false), of(child(path, sum.getRightOperand()), false));
        }
        if (tree instanceof ConditionalExpressionTree choice) {
            return either(
                    path,
                    whole,
                    List.of(child(path, choice.getTrueExpression()), child(path, choice.getFalseExpression())));
        }
        if (tree instanceof SwitchExpressionTree choice) {
            return either(path, whole, results(path, choice));
        }
        if (tree instanceof IdentifierTree || tree instanceof MemberSelectTree) {
            return variable(path, whole);
        }
        if (tree instanceof MethodInvocationTree call) {
            return call(path, call, whole);
        }
        return List.of(Template.hole(path));
    }

    /** In the middle of a text, alternatives without a word are a value like any other. */
    private List<Template> either(TreePath path, boolean whole, List<TreePath> alternatives) {
        Set<Template> all = new LinkedHashSet<>();
        alternatives.forEach(a -> all.addAll(of(a, whole)));
        return whole || all.stream().anyMatch(Template::hasText) ? List.copyOf(all) : List.of(Template.hole(path));
    }

    private static List<TreePath> results(TreePath path, SwitchExpressionTree choice) {
        List<TreePath> results = new ArrayList<>();
        for (CaseTree one : choice.getCases()) {
            TreePath at = child(path, one);
            if (one.getBody() instanceof ExpressionTree value) {
                results.add(child(at, value));
            }
            new TreePathScanner<Void, Void>() {
                @Override
                public Void visitYield(YieldTree yield, Void none) {
                    results.add(child(getCurrentPath(), yield.getValue()));
                    return null;
                }
            }.scan(at, null);
        }
        return results;
    }

    private List<Template> variable(TreePath path, boolean whole) {
        String name = Sources.name(path.getLeaf());
        TreePath method = Sources.around(path, MethodTree.class);
        if (path.getLeaf() instanceof IdentifierTree && method != null) {
            int parameter =
                    names(((MethodTree) method.getLeaf()).getParameters()).indexOf(name);
            if (parameter >= 0) {
                return whole ? arguments(path, method, parameter) : List.of(Template.hole(path));
            }
            List<TreePath> values = assigned(method, name);
            if (!values.isEmpty()) {
                return either(path, whole, values);
            }
        }
        return constant(path, name, whole);
    }

    /** What callers give for a parameter. */
    private List<Template> arguments(TreePath path, TreePath method, int parameter) {
        MethodTree declared = (MethodTree) method.getLeaf();
        int count = declared.getParameters().size();
        boolean constructor = declared.getName().contentEquals("<init>");
        String type = ((ClassTree) Sources.around(method, ClassTree.class).getLeaf())
                .getSimpleName()
                .toString();
        boolean own = declared.getModifiers().getFlags().contains(Modifier.PRIVATE);
        List<TreePath> values = new ArrayList<>();
        for (TreePath call : constructor
                ? sources.creationsOf(type, count)
                : sources.callsOf(declared.getName().toString(), count)) {
            boolean here = call.getCompilationUnit() == method.getCompilationUnit();
            if (here || !own) {
                values.add(child(call, argument(call, parameter)));
            }
        }
        return values.isEmpty() ? List.of(Template.hole(path)) : either(path, true, values);
    }

    static ExpressionTree argument(TreePath call, int index) {
        return call.getLeaf() instanceof NewClassTree made
                ? made.getArguments().get(index)
                : ((MethodInvocationTree) call.getLeaf()).getArguments().get(index);
    }

    /** A field, a constant, or the component of a record of the same file. Constants without a space are names of options and tensors. */
    private List<Template> constant(TreePath path, String name, boolean whole) {
        if (path.getLeaf() instanceof MemberSelectTree member && Character.isLowerCase(name.charAt(0))) {
            return whole ? component(path, name) : List.of(Template.hole(path));
        }
        if (whole && path.getLeaf() instanceof IdentifierTree && Character.isLowerCase(name.charAt(0))) {
            TreePath type = Sources.around(path, ClassTree.class);
            List<TreePath> values = type == null ? List.of() : assigned(type, name);
            return values.isEmpty() ? List.of(Template.hole(path)) : either(path, true, values);
        }
        String owner = path.getLeaf() instanceof MemberSelectTree member ? Sources.name(member.getExpression()) : "";
        for (TreePath variable : sources.variables()) {
            VariableTree declared = (VariableTree) variable.getLeaf();
            if (declared.getName().contentEquals(name)
                    && declared.getInitializer() != null
                    && variable.getParentPath().getLeaf() instanceof ClassTree in
                    && (owner.isEmpty()
                            ? variable.getCompilationUnit() == path.getCompilationUnit()
                            : in.getSimpleName().contentEquals(owner))) {
                List<Template> values = of(child(variable, declared.getInitializer()), whole);
                boolean words = values.stream().anyMatch(v -> v.id().contains(" "));
                return whole || words ? values : List.of(Template.hole(path));
            }
        }
        return List.of(Template.hole(path));
    }

    private List<Template> component(TreePath path, String name) {
        for (TreePath type : sources.classes()) {
            ClassTree declared = (ClassTree) type.getLeaf();
            if (type.getCompilationUnit() != path.getCompilationUnit() || declared.getKind() != Tree.Kind.RECORD) {
                continue;
            }
            List<VariableTree> components = declared.getMembers().stream()
                    .filter(VariableTree.class::isInstance)
                    .map(VariableTree.class::cast)
                    .filter(v -> !v.getModifiers().getFlags().contains(Modifier.STATIC))
                    .toList();
            int index = names(components).indexOf(name);
            if (index >= 0) {
                return either(
                        path,
                        true,
                        sources.creationsOf(declared.getSimpleName().toString(), components.size()).stream()
                                .map(c -> child(c, argument(c, index)))
                                .toList());
            }
        }
        return List.of(Template.hole(path));
    }

    private List<Template> call(TreePath path, MethodInvocationTree call, boolean whole) {
        String name = Sources.name(call.getMethodSelect());
        ExpressionTree receiver = Sources.receiver(call);
        List<? extends ExpressionTree> arguments = call.getArguments();
        String on = receiver == null ? "" : Sources.name(receiver);
        if (name.equals("format") && on.equals("String") || name.equals("formatted")) {
            boolean rooted = name.equals("format") && !(arguments.get(0) instanceof LiteralTree);
            ExpressionTree pattern = name.equals("formatted") ? receiver : arguments.get(rooted ? 1 : 0);
            return pattern(path, of(child(path, pattern), whole));
        }
        if (Set.of("of", "ofNullable").contains(name) && on.equals("Optional") && arguments.size() == 1) {
            return of(child(path, arguments.get(0)), whole);
        }
        if (name.equals("empty") && on.equals("Optional")) {
            return List.of(Template.NOTHING);
        }
        if (name.equals("oneLine") && receiver != null) {
            return oneLine(child(path, receiver));
        }
        if (Set.of("orElse", "getOrDefault").contains(name)) {
            return either(
                    path, whole, List.of(child(path, receiver), child(path, arguments.get(arguments.size() - 1))));
        }
        if (name.equals("map") && arguments.size() == 1 && arguments.get(0) instanceof LambdaExpressionTree lambda) {
            TreePath at = child(path, lambda);
            return lambda.getBody() instanceof ExpressionTree body
                    ? of(child(at, body), whole)
                    : List.of(Template.hole(path));
        }
        List<TreePath> results = receiver == null ? returned(path, name, arguments.size()) : List.of();
        return results.isEmpty() ? List.of(Template.hole(path)) : either(path, whole, results);
    }

    private static List<Template> pattern(TreePath path, List<Template> patterns) {
        return patterns.stream()
                .map(p -> {
                    Template made = Template.NOTHING;
                    String[] texts = p.id().split("%[-+,.\\d]*[a-zA-Z]", -1);
                    for (int i = 0; i < texts.length; i++) {
                        made = (i == 0 ? made : made.then(Template.hole(path))).then(Template.text(texts[i]));
                    }
                    return made;
                })
                .toList();
    }

    /** What methods of the same file with this name return. */
    private List<TreePath> returned(TreePath path, String name, int arguments) {
        List<TreePath> results = new ArrayList<>();
        for (TreePath method : sources.methods()) {
            MethodTree declared = (MethodTree) method.getLeaf();
            if (method.getCompilationUnit() == path.getCompilationUnit()
                    && declared.getName().contentEquals(name)
                    && declared.getParameters().size() == arguments
                    && String.valueOf(declared.getReturnType()).matches("String|Optional<String>")) {
                results.addAll(returns(method));
            }
        }
        return results;
    }

    static List<TreePath> returns(TreePath method) {
        List<TreePath> results = new ArrayList<>();
        new TreePathScanner<Void, Void>() {
            @Override
            public Void visitReturn(ReturnTree tree, Void none) {
                if (tree.getExpression() != null) {
                    results.add(child(getCurrentPath(), tree.getExpression()));
                }
                return null;
            }

            @Override
            public Void visitLambdaExpression(LambdaExpressionTree tree, Void none) {
                return null;
            }
        }.scan(method, null);
        return results;
    }

    /** The initial value of a variable and all that is assigned to it in its method or class. */
    private static List<TreePath> assigned(TreePath scope, String name) {
        List<TreePath> values = new ArrayList<>();
        new TreePathScanner<Void, Void>() {
            @Override
            public Void visitVariable(VariableTree tree, Void none) {
                if (tree.getName().contentEquals(name) && tree.getInitializer() != null) {
                    values.add(child(getCurrentPath(), tree.getInitializer()));
                }
                return super.visitVariable(tree, none);
            }

            @Override
            public Void visitAssignment(AssignmentTree tree, Void none) {
                if (Sources.name(tree.getVariable()).equals(name)) {
                    values.add(child(getCurrentPath(), tree.getExpression()));
                }
                return super.visitAssignment(tree, none);
            }
        }.scan(scope, null);
        return values;
    }

    /** The parts of a problem put together as {@code Problem.oneLine()} does. */
    private List<Template> oneLine(TreePath problem) {
        List<Template> line = List.of(Template.NOTHING);
        Predicate<String> has = part -> part(problem, part) != null;
        if (has.test("at")) {
            line = joined(line, joined(List.of(Template.hole(part(problem, "at"))), text(": ")));
        }
        if (!has.test("of")) {
            return List.of(Template.hole(problem));
        }
        line = joined(line, of(part(problem, "of"), true));
        if (has.test("expected")) {
            line = joined(joined(line, text("; expected ")), of(part(problem, "expected"), true));
        }
        if (has.test("found")) {
            line = joined(
                    joined(line, text(has.test("expected") ? ", found " : "; found ")),
                    of(part(problem, "found"), true));
        }
        return has.test("fix") ? joined(joined(line, text("; ")), of(part(problem, "fix"), true)) : line;
    }

    private TreePath part(TreePath problem, String name) {
        if (problem.getLeaf() instanceof MethodInvocationTree call) {
            return Sources.name(call.getMethodSelect()).equals(name)
                    ? child(problem, call.getArguments().get(0))
                    : part(child(problem, Sources.receiver(call)), name);
        }
        TreePath method = Sources.around(problem, MethodTree.class);
        List<TreePath> values = problem.getLeaf() instanceof IdentifierTree variable && method != null
                ? assigned(method, variable.getName().toString())
                : List.of();
        return values.isEmpty() ? null : part(values.get(0), name);
    }

    private static List<Template> text(String text) {
        return List.of(Template.text(text));
    }

    private static List<Template> joined(List<Template> first, List<Template> second) {
        Set<Template> all = new LinkedHashSet<>();
        first.forEach(f -> second.forEach(s -> all.add(f.then(s))));
        return List.copyOf(all);
    }

    private static List<String> names(List<? extends VariableTree> variables) {
        return variables.stream().map(v -> v.getName().toString()).toList();
    }

    static TreePath child(TreePath parent, Tree child) {
        return new TreePath(parent, child);
    }
}
