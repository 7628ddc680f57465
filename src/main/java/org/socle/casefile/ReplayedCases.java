package org.socle.casefile;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.socle.casefile.CaseFile.Event;
import org.socle.casefile.CaseFile.Institution;
import org.socle.casefile.CaseFile.Source;
import org.socle.evidence.Evidence;
import org.socle.evidence.Published;
import org.socle.nationalprocess.Cases;
import org.socle.nationalprocess.NationalProcessFlow;
import org.socle.tracking.Actor;
import org.socle.tracking.Duties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens the case of a file, and knows where it stands. */
@Component
class ReplayedCases {

  private final NationalProcessFlow flow;
  private final Cases cases;
  private final Published published;
  private final PublishedRows rows;
  private final PublishedFacts facts;
  private final Duties duties;

  ReplayedCases(
      NationalProcessFlow flow,
      Cases cases,
      Published published,
      PublishedRows rows,
      PublishedFacts facts,
      Duties duties) {
    this.flow = flow;
    this.cases = cases;
    this.published = published;
    this.rows = rows;
    this.facts = facts;
    this.duties = duties;
  }

  /**
   * Marks a new case as carried from the file and submits its request, in one transaction; returns
   * the case id.
   */
  @Transactional
  public String open(CaseFile file) {
    String caseId = UUID.randomUUID().toString();
    published.carry(
        caseId,
        file.hash(),
        file.sources().stream().map(Source::citation).collect(Collectors.joining("; ")));
    flow.submitRequest(
        caseId, request(file), new Actor(Evidence.SYSTEM, Set.of(), Set.of(file.country())));
    cases.translateTitle(caseId, title(file, "fr"), title(file, "es"));
    rows.bodies(caseId, file);
    facts.open(caseId, file);
    return caseId;
  }

  /** What the case does next. */
  Script script(String caseId, CaseFile file) {
    return new PublishedScript(caseId, file, rows, facts);
  }

  /** When the last duty of the case was asked or answered, or the case opened. */
  Instant lastAct(String caseId) {
    return Stream.concat(
            Stream.of(cases.get(caseId).openedAt()),
            duties.ofCase(caseId).stream()
                .map(duty -> duty.answeredAt() == null ? duty.askedAt() : duty.answeredAt()))
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  /** The duties that nobody has answered, in words. */
  String openDuties(String caseId) {
    return duties.ofCase(caseId).stream()
        .filter(duty -> "open".equals(duty.state()))
        .map(duty -> duty.element() + " of " + duty.group())
        .collect(Collectors.joining(", ", "open duties: ", ""));
  }

  private static Map<String, Object> request(CaseFile file) {
    Map<String, Object> values =
        new HashMap<>(Map.of("country", file.country(), "title", title(file, "en")));
    String asking =
        file.events(EventKind.REQUEST).stream()
            .map(Event::who)
            .flatMap(List::stream)
            .map(acronym -> name(file, acronym))
            .collect(Collectors.joining("; "));
    String leading =
        file.lead().stream().map(acronym -> name(file, acronym)).collect(Collectors.joining("; "));
    if (!asking.isEmpty()) {
      values.put("requestingInstitution", asking);
    }
    if (!leading.isEmpty()) {
      values.put("leadMinistry", leading);
    }
    return values;
  }

  private static String name(CaseFile file, String acronym) {
    return file.institutions().stream()
        .filter(institution -> institution.acronym().equals(acronym))
        .map(Institution::name)
        .findFirst()
        .orElse(acronym);
  }

  private static String title(CaseFile file, String language) {
    return String.valueOf(file.title().get(language));
  }
}
