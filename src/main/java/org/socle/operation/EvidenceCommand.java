package org.socle.operation;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.socle.evidence.EvidenceCheck;
import org.socle.evidence.EvidenceTrail;
import org.socle.evidence.Finding;
import org.socle.evidence.RootCheck;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * {@code evidence check [REFERENCE]}: recomputes the chain of one case, or every chain and the
 * daily roots.
 */
@Component
@Import({EvidenceTrail.class, EvidenceCheck.class, RootCheck.class})
class EvidenceCommand implements ReadingCommand {

  private static final int CLEAN = 0;
  private static final int WRONG = 1;
  private static final int WRONG_USAGE = 2;
  private static final long REPORT_EVERY = 10_000;

  /** A case by its reference. */
  private record Named(String id, String reference) {}

  private final JdbcClient jdbc;
  private final EvidenceCheck check;
  private final RootCheck roots;
  private final EvidenceTrail trail;
  private final MessageSource messages;

  EvidenceCommand(
      JdbcClient jdbc,
      EvidenceCheck check,
      RootCheck roots,
      EvidenceTrail trail,
      MessageSource messages) {
    this.jdbc = jdbc;
    this.check = check;
    this.roots = roots;
    this.trail = trail;
    this.messages = messages;
  }

  @Override
  public String name() {
    return "evidence";
  }

  @Override
  public int run(List<String> args) {
    return run(args, System.out, System.err);
  }

  int run(List<String> args, PrintStream out, PrintStream err) {
    if (args.isEmpty() || args.size() > 2 || !args.get(0).equals("check")) {
      err.println("Usage: evidence check [REFERENCE]");
      return WRONG_USAGE;
    }
    if (!check.possible()) {
      err.println("The database was made by an older release; start this one once, then check.");
      return WRONG;
    }
    boolean clean = args.size() == 1 ? all(out, err) : one(args.get(1), out, err);
    out.flush();
    return clean ? CLEAN : WRONG;
  }

  private boolean one(String reference, PrintStream out, PrintStream err) {
    Optional<Named> known =
        jdbc.sql("select id, reference from nationalprocess_v_case where reference = ?")
            .param(reference)
            .query(Named.class)
            .optional();
    if (known.isEmpty()) {
      err.println("There is no case " + reference + ".");
      return false;
    }
    boolean chain = tell(check.chain(known.get().id(), progress(err)), reference, out);
    return tell(roots.last(), out) && chain;
  }

  private boolean all(PrintStream out, PrintStream err) {
    Map<String, String> references =
        jdbc
            .sql("select id, reference from nationalprocess_v_case")
            .query(Named.class)
            .list()
            .stream()
            .collect(Collectors.toMap(Named::id, Named::reference));
    Function<String, String> name =
        chain -> EvidenceTrail.OUTSIDE.equals(chain) ? "outside cases" : chain;
    boolean clean = true;
    for (String chain : check.chains()) {
      String reference = references.getOrDefault(chain, name.apply(chain));
      clean &= tell(check.chain(chain, progress(err)), reference, out);
    }
    return tell(roots.all(), out) && clean;
  }

  private static EvidenceCheck.Progress progress(PrintStream err) {
    return (chain, rows, of) -> {
      if (rows % REPORT_EVERY == 0) {
        err.println(chain + ": " + rows + " of " + of + " rows");
      }
    };
  }

  private boolean tell(EvidenceCheck.Result result, String reference, PrintStream out) {
    out.printf(
        "%-18s %-5s %6d rows  head %s%n",
        reference, result.clean() ? "ok" : "WRONG", result.rows(), result.head());
    result.findings().forEach(finding -> out.println("  " + words(finding)));
    if (result.found() > result.findings().size()) {
      out.printf("  and %d more%n", result.found() - result.findings().size());
    }
    return result.clean();
  }

  private boolean tell(RootCheck.Result result, PrintStream out) {
    String last =
        trail.lastRoot().map(root -> "  last " + root.day() + " " + root.root()).orElse("");
    out.printf(
        "%-18s %-5s %6d roots%s%n",
        "daily roots", result.clean() ? "ok" : "WRONG", result.roots(), last);
    result.findings().forEach(finding -> out.println("  " + words(finding)));
    return result.clean();
  }

  private String words(Finding finding) {
    return messages.getMessage(
        "evidence.finding." + finding.kind(),
        new Object[] {text(finding.row()), text(finding.position()), text(finding.about())},
        Locale.ENGLISH);
  }

  private static String text(@Nullable Object value) {
    return value == null ? "–" : value.toString();
  }
}
