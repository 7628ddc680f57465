package org.socle.portal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what a duty is about, for whom, and until when. */
@Component
class DutyFacts {

  /** A fact with its name. */
  record Fact(String name, String text) {}

  /**
   * A duty on the list.
   *
   * @param due last day in words and as a date, or null
   * @param answered day on which it was answered, or null
   * @param entered how staff entered the answer and what became of it, or null
   */
  record Card(
      DutyRow duty,
      String task,
      String caseTitle,
      String country,
      String owner,
      @Nullable String due,
      @Nullable String answered,
      @Nullable String entered,
      boolean overdue) {}

  private final CountryDays countries;
  private final DutySubjects subjects;

  DutyFacts(CountryDays countries, DutySubjects subjects) {
    this.countries = countries;
    this.subjects = subjects;
  }

  /** A duty in words. */
  Card card(DutyRow duty, Say say) {
    LocalDate today = countries.today(duty.country());
    String due = duty.dueDate() == null || duty.stopped() ? null : due(duty.dueDate(), today, say);
    String answered =
        duty.answeredAt() == null
            ? null
            : say.day(duty.answeredAt(), countries.zone(duty.country()));
    return new Card(
        duty,
        say.task(duty.element()),
        duty.caseTitle(say.locale()),
        countries.name(duty.country(), say.locale()),
        owner(duty, say),
        due,
        answered,
        entered(duty, answered, say),
        duty.overdue(today));
  }

  /** Who answered a duty and when, by the clocks of its country. */
  String answered(DutyList.Answer answer, Say say) {
    String moment = say.moment(answer.answeredAt(), countries.zone(answer.country()));
    return answer.name() == null
        ? say.text("portal.closed.answered", moment)
        : say.text("api.closed.by", answer.name(), moment);
  }

  /** What stands above a duty's form. */
  List<Fact> of(DutyRow duty, Say say) {
    Card card = card(duty, say);
    List<Fact> facts = new ArrayList<>();
    facts.add(
        new Fact(say.text("portal.fact.case"), card.caseTitle() + " (" + duty.reference() + ")"));
    facts.add(new Fact(say.text("portal.fact.country"), card.country()));
    facts.add(new Fact(say.text("portal.fact.owner"), card.owner()));
    if (card.due() != null) {
      String due = card.overdue() ? say.pair(say.text("portal.overdue"), card.due()) : card.due();
      facts.add(new Fact(say.text("portal.fact.due"), due));
    }
    if (duty.sentBack() != null) {
      facts.add(new Fact(say.text("assisted.fact.sent-back"), duty.sentBack()));
    }
    facts.addAll(subjects.of(duty, say));
    return facts;
  }

  private static @Nullable String entered(DutyRow duty, @Nullable String answered, Say say) {
    if (duty.channel() == null || duty.channelReference() == null || duty.entryState() == null) {
      return null;
    }
    String day = answered == null ? "–" : answered;
    String how = say.word("channel", duty.channel());
    String entered = say.text("assisted.entered", day, how, duty.channelReference());
    String state = entered + " – " + say.word("entry", duty.entryState());
    return duty.entryRemark() == null
        ? state
        : state + " – " + say.pair(say.text("assisted.fact.remark"), duty.entryRemark());
  }

  private static String due(LocalDate due, LocalDate today, Say say) {
    return say.day(due) + " (" + say.distance(due, today) + ")";
  }

  private static String owner(DutyRow duty, Say say) {
    return duty.institution() == null
        ? say.group(duty.candidateGroup())
        : duty.institution() + " (" + duty.acronym() + ")";
  }
}
