package reclens.text.source;

import com.sun.source.util.TreePath;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A text as the source makes it: literal words and holes, each with the expressions that fill it. */
record Template(List<Part> parts) {
    static final Template NOTHING = new Template(List.of());

    private static final Pattern QUOTED = Pattern.compile("'[^']*'|\"[^\"]*\"");
    private static final Pattern BOUNDS = Pattern.compile("[\\s,;:()\\[\\]=]+");
    private static final Pattern WORD = Pattern.compile("\\p{Alpha}?\\p{Lower}+|\\p{Alpha}?\\p{Lower}+(-\\p{Lower}+)+");

    /** Literal text, or a hole when {@code fillers} has anything in it. */
    record Part(String text, List<TreePath> fillers) {}

    static Template text(String text) {
        return text.isEmpty() ? NOTHING : new Template(List.of(new Part(text, List.of())));
    }

    static Template hole(TreePath filler) {
        return new Template(List.of(new Part("", List.of(filler))));
    }

    /** This and then that; holes side by side become one, since nobody could tell where one ends. */
    Template then(Template next) {
        List<Part> all = new ArrayList<>(parts);
        for (Part part : next.parts) {
            Part last = all.isEmpty() ? null : all.get(all.size() - 1);
            if (last != null && last.fillers.isEmpty() == part.fillers.isEmpty()) {
                List<TreePath> fillers = new ArrayList<>(last.fillers);
                fillers.addAll(part.fillers);
                all.set(all.size() - 1, new Part(last.text + part.text, fillers));
            } else {
                all.add(part);
            }
        }
        return new Template(all);
    }

    List<TreePath> fillers(int hole) {
        return parts.stream()
                .filter(p -> !p.fillers.isEmpty())
                .skip(hole)
                .findFirst()
                .map(Part::fillers)
                .orElse(List.of());
    }

    /** As the catalogue has it: {0}, {1}, ... in the order of the text. */
    String id() {
        StringBuilder id = new StringBuilder();
        int hole = 0;
        for (Part part : parts) {
            id.append(part.fillers.isEmpty() ? part.text : "{" + hole++ + "}");
        }
        return id.toString();
    }

    /** Whether there is anything to translate: words that are neither quoted nor names such as {@code num_heads}. */
    boolean hasWords() {
        StringBuilder said = new StringBuilder();
        parts.forEach(p -> said.append(p.fillers.isEmpty() ? p.text : "\u0001"));
        String bare = QUOTED.matcher(said).replaceAll(" ").replace('\u0001', ' ');
        return BOUNDS.splitAsStream(bare)
                .anyMatch(w -> w.length() > 1 && WORD.matcher(w).matches());
    }

    boolean hasText() {
        return parts.stream().anyMatch(p -> p.text.chars().anyMatch(Character::isLetter));
    }
}
