package org.socle.portal;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.socle.evidence.Evidence;
import org.socle.evidence.EvidenceCheck;
import org.socle.evidence.EvidenceTrail;
import org.socle.evidence.EvidenceTrail.Entry;
import org.socle.evidence.EvidenceTrail.Head;
import org.socle.evidence.EvidenceTrail.Root;
import org.socle.evidence.Finding;
import org.socle.evidence.RootCheck;
import org.springframework.stereotype.Component;

/** Says the evidence of a case in the reader's words. */
@Component
class EvidencePage {

  /** One row; names of people are looked up for the page and kept nowhere. */
  record Line(
      long id,
      String day,
      String time,
      String who,
      String what,
      String about,
      List<EvidenceWords.Fact> facts,
      @Nullable Long position,
      @Nullable String hash) {}

  /** What a check has found. */
  record Checked(boolean clean, long rows, String head, long found, List<String> findings) {}

  /** Everything that the page shows. */
  record View(
      CaseRow row,
      String title,
      String zone,
      List<Line> lines,
      @Nullable Long older,
      boolean newest,
      Head head,
      @Nullable Root root,
      @Nullable Checked checked) {}

  private static final int ROWS = 50;
  private static final int SHORT = 12;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

  private final EvidenceTrail trail;
  private final EvidenceCheck check;
  private final RootCheck roots;
  private final EvidenceNames names;
  private final CountryDays countries;

  EvidencePage(
      EvidenceTrail trail,
      EvidenceCheck check,
      RootCheck roots,
      EvidenceNames names,
      CountryDays countries) {
    this.trail = trail;
    this.check = check;
    this.roots = roots;
    this.names = names;
    this.countries = countries;
  }

  View of(CaseRow row, @Nullable Long before, boolean checking, Say say) {
    EvidenceTrail.Page page = trail.newest(row.id(), before, ROWS);
    Map<String, String> known = names.of(row.id(), page.rows());
    ZoneId zone = countries.zone(row.country());
    EvidenceWords words = new EvidenceWords(say, known, zone);
    return new View(
        row,
        row.title(say.locale()),
        zone.getId(),
        page.rows().stream().map(entry -> line(entry, words, known, zone, say)).toList(),
        page.before(),
        before == null,
        trail.head(row.id()),
        trail.lastRoot().orElse(null),
        checking ? checked(row, say) : null);
  }

  private static Line line(
      Entry entry, EvidenceWords words, Map<String, String> known, ZoneId zone, Say say) {
    return new Line(
        entry.id(),
        say.day(entry.at(), zone),
        TIME.format(entry.at().atZone(zone)),
        who(entry.actor(), known, say),
        words.action(entry.action()),
        words.about(entry.subject()),
        words.facts(entry.content()),
        entry.position(),
        entry.rowHash() == null ? null : entry.rowHash().substring(0, SHORT));
  }

  private static String who(String actor, Map<String, String> known, Say say) {
    if (Evidence.SYSTEM.equals(actor)) {
      return say.text("evidence.system");
    }
    return Optional.ofNullable(known.get(actor))
        .orElseGet(() -> say.text("evidence.person.unknown", actor));
  }

  private Checked checked(CaseRow row, Say say) {
    EvidenceCheck.Result result = check.chain(row.id(), (chain, rows, of) -> {});
    RootCheck.Result root = roots.last();
    List<String> findings =
        Stream.concat(result.findings().stream(), root.findings().stream())
            .map(finding -> words(finding, say))
            .toList();
    long found = result.found() + root.findings().size();
    return new Checked(found == 0, result.rows(), result.head(), found, findings);
  }

  private static String words(Finding finding, Say say) {
    return say.text(
        "evidence.finding." + finding.kind(),
        text(finding.row()),
        text(finding.position()),
        text(finding.about()));
  }

  private static String text(@Nullable Object value) {
    return value == null ? "–" : value.toString();
  }
}
