package org.socle.portal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.socle.nationalprocess.NationalProcessFlow;
import org.socle.tracking.Actor;
import org.socle.tracking.FormSchema.Option;
import org.springframework.stereotype.Component;

/** What the request page needs besides its form. */
@Component
class RequestDesk {

  private final NationalProcessFlow flow;
  private final Rehearsal rehearsal;
  private final CaseAccess access;
  private final CountryDays countries;

  RequestDesk(
      NationalProcessFlow flow, Rehearsal rehearsal, CaseAccess access, CountryDays countries) {
    this.flow = flow;
    this.rehearsal = rehearsal;
    this.access = access;
    this.countries = countries;
  }

  /** Asks the rules without starting anything. */
  void check(Map<String, Object> values, Actor actor) {
    rehearsal.of(() -> flow.submitRequest(values, actor));
  }

  /** The case that a request opened. */
  CaseRow sent(String caseId, Actor actor) {
    return access.readable(caseId, actor);
  }

  /** The countries for which the reader may ask, by name. */
  List<Option> countries(Actor actor, Say say) {
    return actor.countries().stream()
        .map(code -> new Option(code, countries.name(code, say.locale())))
        .sorted(Comparator.comparing(Option::label))
        .toList();
  }
}
