package org.socle.hostile;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * Follows the text of every SQL statement in a source file back to constants; what comes from
 * elsewhere is named.
 */
final class SqlTexts extends TreePathScanner<Void, Void> {

  private static final Set<String> CALLS =
      Set.of("sql", "prepareStatement", "executeQuery", "executeUpdate", "execute");
  private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z0-9_]*");

  private final CompilationUnitTree unit;
  private final List<String> open = new ArrayList<>();
  private final Set<Tree> asked = new HashSet<>();
  private int statements;

  private SqlTexts(CompilationUnitTree unit) {
    this.unit = unit;
  }

  /**
   * What was found.
   *
   * @param statements how many statements
   * @param open those whose text is not made of constants alone
   */
  record Found(int statements, List<String> open) {}

  static Found in(Path folder) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
        Stream<Path> sources = Files.walk(folder)) {
      List<Path> java = sources.filter(path -> path.toString().endsWith(".java")).toList();
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, null, null, files.getJavaFileObjectsFromPaths(java));
      int statements = 0;
      List<String> open = new ArrayList<>();
      for (CompilationUnitTree unit : task.parse()) {
        SqlTexts texts = new SqlTexts(unit);
        texts.scan(unit, null);
        statements += texts.statements;
        open.addAll(texts.open);
      }
      return new Found(statements, open);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void nothing) {
    boolean sql =
        call.getMethodSelect() instanceof MemberSelectTree member
            && CALLS.contains(member.getIdentifier().toString())
            && !call.getArguments().isEmpty()
            && (!member.getIdentifier().contentEquals("execute")
                || member.getExpression().toString().equals("statement"));
    if (sql) {
      statements++;
      ExpressionTree text = call.getArguments().get(0);
      if (!constant(text, method())) {
        open.add(Path.of(unit.getSourceFile().getName()).getFileName() + ": " + text);
      }
    }
    return super.visitMethodInvocation(call, nothing);
  }

  private @Nullable MethodTree method() {
    for (Tree tree : getCurrentPath()) {
      if (tree instanceof MethodTree method) {
        return method;
      }
    }
    return null;
  }

  private boolean constant(@Nullable ExpressionTree text, @Nullable MethodTree in) {
    if (text instanceof LiteralTree) {
      return true;
    } else if (text instanceof ParenthesizedTree inner) {
      return constant(inner.getExpression(), in);
    } else if (text instanceof BinaryTree sum) {
      return constant(sum.getLeftOperand(), in) && constant(sum.getRightOperand(), in);
    } else if (text instanceof ConditionalExpressionTree choice) {
      return constant(choice.getTrueExpression(), in) && constant(choice.getFalseExpression(), in);
    } else if (text instanceof MemberSelectTree member) {
      return CONSTANT.matcher(member.getIdentifier()).matches();
    } else if (text instanceof IdentifierTree name) {
      return CONSTANT.matcher(name.getName()).matches()
          || in != null && variable(name.getName().toString(), in);
    }
    return text instanceof MethodInvocationTree call && call(call, in);
  }

  /** A constant text with constants filled in, or what a method of this class returns. */
  private boolean call(MethodInvocationTree call, @Nullable MethodTree in) {
    if (call.getMethodSelect() instanceof MemberSelectTree member) {
      if (member.getIdentifier().contentEquals("toString") && in != null) {
        return built(in);
      }
      return member.getIdentifier().contentEquals("formatted")
          && constant(member.getExpression(), in)
          && call.getArguments().stream().allMatch(argument -> constant(argument, in));
    }
    String name = call.getMethodSelect().toString();
    List<MethodTree> called =
        methods().stream().filter(one -> one.getName().contentEquals(name)).toList();
    return !called.isEmpty()
        && called.stream()
            .allMatch(
                one ->
                    all(one, ReturnTree.class).stream()
                        .allMatch(answer -> constant(answer.getExpression(), one)));
  }

  /** A builder that takes constants alone. */
  private boolean built(MethodTree in) {
    boolean begun =
        all(in, NewClassTree.class).stream()
            .filter(made -> made.getIdentifier().toString().equals("StringBuilder"))
            .flatMap(made -> made.getArguments().stream())
            .allMatch(part -> constant(part, in));
    return begun
        && all(in, MethodInvocationTree.class).stream()
            .filter(call -> call.getMethodSelect().toString().endsWith(".append"))
            .allMatch(call -> constant(call.getArguments().get(0), in));
  }

  /** What a loop goes through, when it is written down there. */
  private static List<ExpressionTree> listed(String name, MethodTree in) {
    return all(in, EnhancedForLoopTree.class).stream()
        .filter(loop -> loop.getVariable().getName().contentEquals(name))
        .flatMap(
            loop ->
                loop.getExpression() instanceof MethodInvocationTree call
                        && Set.of("List.of", "Set.of", "Arrays.asList")
                            .contains(call.getMethodSelect().toString())
                    ? call.getArguments().stream().map(ExpressionTree.class::cast)
                    : Stream.of(loop.getExpression()))
        .toList();
  }

  private boolean variable(String name, MethodTree in) {
    for (int place = 0; place < in.getParameters().size(); place++) {
      if (in.getParameters().get(place).getName().contentEquals(name)) {
        return everyCaller(in, place);
      }
    }
    List<ExpressionTree> given = new ArrayList<>(listed(name, in));
    all(in, VariableTree.class).stream()
        .filter(one -> one.getName().contentEquals(name) && one.getInitializer() != null)
        .forEach(one -> given.add(one.getInitializer()));
    all(in, AssignmentTree.class).stream()
        .filter(one -> one.getVariable().toString().equals(name))
        .forEach(one -> given.add(one.getExpression()));
    all(in, CompoundAssignmentTree.class).stream()
        .filter(one -> one.getVariable().toString().equals(name))
        .forEach(one -> given.add(one.getExpression()));
    return !given.isEmpty() && given.stream().allMatch(one -> constant(one, in));
  }

  /** A parameter is as constant as what the calls in this file give it; it must be private. */
  private boolean everyCaller(MethodTree called, int place) {
    if (!asked.add(called)) {
      return true;
    }
    boolean hidden = called.getModifiers().getFlags().contains(Modifier.PRIVATE);
    int calls = 0;
    for (MethodTree caller : methods()) {
      for (MethodInvocationTree call : all(caller, MethodInvocationTree.class)) {
        String to = call.getMethodSelect().toString();
        boolean same =
            to.replace("this.", "").contentEquals(called.getName())
                && call.getArguments().size() == called.getParameters().size();
        if (same) {
          calls++;
          if (!constant(call.getArguments().get(place), caller)) {
            asked.remove(called);
            return false;
          }
        }
      }
    }
    asked.remove(called);
    return hidden && calls > 0;
  }

  private List<MethodTree> methods() {
    return all(unit, MethodTree.class);
  }

  private static <T extends Tree> List<T> all(Tree root, Class<T> type) {
    List<T> found = new ArrayList<>();
    new com.sun.source.util.TreeScanner<Void, Void>() {
      @Override
      public Void scan(@Nullable Tree tree, @Nullable Void nothing) {
        if (type.isInstance(tree)) {
          found.add(type.cast(tree));
        }
        return super.scan(tree, nothing);
      }
    }.scan(root, null);
    return found;
  }
}
