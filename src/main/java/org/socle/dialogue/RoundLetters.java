package org.socle.dialogue;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.socle.notification.GroupLetter;
import org.socle.notification.GroupLetter.Sitting;
import org.socle.notification.GroupLetter.Word;
import org.socle.notification.GroupLetters;
import org.socle.notification.Mail;
import org.socle.security.DutyLetters;
import org.springframework.stereotype.Component;

/** Mails about rounds: seats are convened, and asked for their positions. */
@Component
class RoundLetters implements GroupLetters {

  private static final String CONVENED = "round-convened-seat";

  private final DutyLetters letters;
  private final RoundTable rounds;
  private final Items items;

  RoundLetters(DutyLetters letters, RoundTable rounds, Items items) {
    this.letters = letters;
    this.rounds = rounds;
    this.items = items;
  }

  @Override
  public Set<String> kinds() {
    return Set.of(CONVENED, "position-asked-seat", "late-position-asked-seat");
  }

  @Override
  public Optional<GroupLetter> write(Mail mail) {
    return CONVENED.equals(mail.kind()) ? convocation(mail) : position(mail);
  }

  /** Of a round that was convened anew meanwhile, only the last convocation leaves. */
  private Optional<GroupLetter> convocation(Mail mail) {
    String[] event = mail.event().split("\\.", 2);
    int convened = event.length == 1 ? 1 : Integer.parseInt(event[1]);
    Round round = rounds.get(event[0]);
    if (rounds.convened(round.id()) != convened || round.state() != Round.State.CONVENED) {
      return Optional.empty();
    }
    GroupLetter letter =
        letters
            .told(mail)
            .with("note", convened == 1 ? null : new Word("convened-anew"))
            .with("note", round.convocation() == 1 ? null : new Word("second-convocation"))
            .with("round", round.number())
            .with("day", round.date())
            .with("place", round.place())
            .with("mode", round.mode() == null ? null : new Word(round.mode()))
            .with("agenda", round.agenda());
    LocalDate day = round.date();
    return Optional.of(day == null ? letter : letter.inviting(sitting(round, day, convened)));
  }

  private static Sitting sitting(Round round, LocalDate day, int convened) {
    return new Sitting(
        round.id(), convened - 1, round.number(), day, round.place(), round.agenda());
  }

  private Optional<GroupLetter> position(Mail mail) {
    Round round = rounds.get(mail.event());
    String open =
        items.open(round.id()).stream()
            .map(item -> item.code() + " " + item.title())
            .collect(Collectors.joining("\n"));
    return letters
        .asked(mail, "answer-positions")
        .map(letter -> letter.with("round", round.number()).with("items", open));
  }
}
