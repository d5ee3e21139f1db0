package reclens.text.source;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Parsed, not attributed sources: declarations and calls are found by their names, which is quick and enough here. */
final class Sources {
    private final List<TreePath> classes = new ArrayList<>();
    private final List<TreePath> methods = new ArrayList<>();
    private final List<TreePath> variables = new ArrayList<>();
    private final List<TreePath> calls = new ArrayList<>();
    private final List<TreePath> creations = new ArrayList<>();
    private final Trees trees;

    private Sources(Trees trees) {
        this.trees = trees;
    }

    static Sources parse(List<Path> folders) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
            List<Path> sources = new ArrayList<>();
            for (Path folder : folders) {
                try (Stream<Path> found = Files.walk(folder)) {
                    found.filter(f -> f.toString().endsWith(".java")).forEach(sources::add);
                }
            }
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(sources));
            Sources all = new Sources(Trees.instance(task));
            for (CompilationUnitTree file : task.parse()) {
                all.new Index().scan(file, null);
            }
            return all;
        }
    }

    List<TreePath> calls() {
        return calls;
    }

    List<TreePath> creations() {
        return creations;
    }

    List<TreePath> methods() {
        return methods;
    }

    List<TreePath> variables() {
        return variables;
    }

    List<TreePath> classes() {
        return classes;
    }

    /** The calls of a method of this name with so many arguments. */
    List<TreePath> callsOf(String name, int arguments) {
        return calls.stream()
                .filter(c -> name(((MethodInvocationTree) c.getLeaf()).getMethodSelect())
                        .equals(name))
                .filter(c -> ((MethodInvocationTree) c.getLeaf()).getArguments().size() == arguments)
                .toList();
    }

    List<TreePath> creationsOf(String type, int arguments) {
        return creations.stream()
                .filter(c -> name(((NewClassTree) c.getLeaf()).getIdentifier()).equals(type))
                .filter(c -> ((NewClassTree) c.getLeaf()).getArguments().size() == arguments)
                .toList();
    }

    /** File and line, for messages. */
    String place(TreePath path) {
        CompilationUnitTree file = path.getCompilationUnit();
        String name = file.getSourceFile().getName().replace('\\', '/');
        long at = trees.getSourcePositions().getStartPosition(file, path.getLeaf());
        return name.substring(name.indexOf("reclens/")) + ":"
                + file.getLineMap().getLineNumber(at);
    }

    /** The last part of a name. */
    static String name(Tree tree) {
        return tree instanceof IdentifierTree identifier
                ? identifier.getName().toString()
                : tree instanceof MemberSelectTree member
                        ? member.getIdentifier().toString()
                        : "";
    }

    /** What a method is called on, null for a bare name. */
    static ExpressionTree receiver(MethodInvocationTree call) {
        return call.getMethodSelect() instanceof MemberSelectTree member ? member.getExpression() : null;
    }

    static <T extends Tree> TreePath around(TreePath path, Class<T> kind) {
        TreePath at = path.getParentPath();
        while (at != null && !kind.isInstance(at.getLeaf())) {
            at = at.getParentPath();
        }
        return at;
    }

    private final class Index extends TreePathScanner<Void, Void> {
        @Override
        public Void visitClass(ClassTree tree, Void none) {
            classes.add(getCurrentPath());
            return super.visitClass(tree, none);
        }

        @Override
        public Void visitMethod(MethodTree tree, Void none) {
            methods.add(getCurrentPath());
            return super.visitMethod(tree, none);
        }

        @Override
        public Void visitVariable(VariableTree tree, Void none) {
            variables.add(getCurrentPath());
            return super.visitVariable(tree, none);
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree tree, Void none) {
            calls.add(getCurrentPath());
            return super.visitMethodInvocation(tree, none);
        }

        @Override
        public Void visitNewClass(NewClassTree tree, Void none) {
            creations.add(getCurrentPath());
            return super.visitNewClass(tree, none);
        }
    }
}
