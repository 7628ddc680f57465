package org.socle.notification;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.socle.country.Countries;
import org.socle.country.CountryProfile;
import org.socle.notification.GroupLetter.Sitting;
import org.socle.notification.GroupLetter.Word;
import org.socle.notification.MailCases.MailCase;
import org.socle.notification.MailTable.Delivery;
import org.socle.notification.Recipients.Capacity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts a mail into the reader's words: what is asked, by when, why, and one link. */
@Component
class MailWords {

  private final MessageSource messages;
  private final ObjectProvider<MailCases> cases;
  private final Countries countries;

  MailWords(MessageSource messages, ObjectProvider<MailCases> cases, Countries countries) {
    this.messages = messages;
    this.cases = cases;
    this.countries = countries;
  }

  /**
   * A mail in words; texts that people typed may hold line ends in the values of facts only.
   *
   * @param about reference of the case, or null
   * @param title the subject without the reference, which stands above it
   * @param due sentence that says by when, or null
   * @param why sentences that say why the reader gets the mail
   * @param sitting what the reader is invited to, or null
   */
  record Wording(
      String address,
      Locale language,
      @Nullable String about,
      String subject,
      String title,
      List<String> paragraphs,
      @Nullable String due,
      List<Line> facts,
      String action,
      String path,
      List<String> why,
      String foot,
      @Nullable Invitation sitting) {}

  /**
   * One line of the list.
   *
   * @param said label and value as plain text puts them together
   */
  record Line(String label, String value, String said) {}

  /** A sitting and what a calendar calls it. */
  record Invitation(Sitting sitting, String summary) {}

  /** A mail to one person, written by the module that knows the person. */
  Wording personal(Mail mail, Letter letter) {
    Locale language = Locale.forLanguageTag(letter.language());
    Object[] arguments = letter.arguments().stream().map(Plain::line).toArray();
    String key = "mail." + mail.kind();
    String subject = text(key + ".subject", language, arguments);
    return new Wording(
        letter.address(),
        language,
        null,
        subject,
        subject,
        paragraphs(key + ".text", language, arguments),
        null,
        List.of(),
        text(key + ".action", language, arguments),
        letter.path(),
        List.of(),
        text("mail.foot", language),
        null);
  }

  /** A mail to somebody who may act for a group. */
  Wording ofGroup(Mail mail, Delivery to, GroupLetter letter) {
    Locale language = Locale.forLanguageTag(Objects.requireNonNull(to.language()));
    MailCase about =
        cases
            .orderedStream()
            .findFirst()
            .flatMap(all -> all.find(Objects.requireNonNull(mail.caseId())))
            .orElseThrow();
    boolean copy = to.capacity() == Capacity.COPY;
    String reference = Plain.line(about.reference());
    String key = "mail." + mail.kind();
    String title = text(key + ".subject", language);
    return new Wording(
        Objects.requireNonNull(to.address()),
        language,
        reference,
        text(copy ? "mail.subject.copy" : "mail.subject", language, title, reference),
        title,
        paragraphs(key + ".text", language),
        letter.due() == null ? null : due(letter.due(), about, language),
        facts(about, letter, language),
        copy ? text("mail.copy.action", language) : text(key + ".action", language),
        copy ? "/cases/" + mail.caseId() : letter.path(),
        why(mail, to, language),
        text("mail.foot", language),
        copy ? null : invitation(letter, reference, language));
  }

  private List<Line> facts(MailCase about, GroupLetter letter, Locale language) {
    Map<String, String> titles = about.titles();
    String title = titles.getOrDefault(language.getLanguage(), titles.getOrDefault("en", ""));
    GroupLetter.Fact first = new GroupLetter.Fact("case", about.reference() + " – " + title);
    return Stream.concat(Stream.of(first), letter.facts().stream())
        .map(fact -> line(fact, language))
        .toList();
  }

  private Line line(GroupLetter.Fact fact, Locale language) {
    String label = text("mail.fact." + fact.name(), language);
    String value = value(fact.value(), language);
    return new Line(label, value, text("mail.pair", language, label, value));
  }

  private String value(Object value, Locale language) {
    if (value instanceof LocalDate day) {
      return day(day, language);
    }
    return value instanceof Word word
        ? text("mail.word." + word.code(), language)
        : Plain.lines(value.toString());
  }

  // A last day ends when it ends in the country, wherever the reader is.
  private String due(LocalDate day, MailCase about, Locale language) {
    CountryProfile country = countries.of(about.country());
    return text("mail.due", language, day(day, language), country.name(language));
  }

  private static String day(LocalDate day, Locale language) {
    Locale usual = language.getLanguage().equals("en") ? Locale.UK : language;
    String said = day.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(usual));
    boolean first = day.getDayOfMonth() == 1 && language.getLanguage().equals("fr");
    return first ? said.replaceFirst(" 1 ", " 1er ") : said;
  }

  private List<String> why(Mail mail, Delivery to, Locale language) {
    String party =
        to.party() == null
            ? messages.getMessage(
                "portal.group." + mail.recipient(), null, mail.recipient(), language)
            : Plain.line(to.party());
    String why = text("mail.why." + to.capacity(), language, String.valueOf(party));
    return to.person().startsWith("account-")
        ? List.of(why)
        : List.of(why, text("mail.no-account", language));
  }

  private @Nullable Invitation invitation(GroupLetter letter, String reference, Locale language) {
    Sitting sitting = letter.sitting();
    return sitting == null
        ? null
        : new Invitation(
            sitting, text("mail.sitting", language, String.valueOf(sitting.round()), reference));
  }

  private List<String> paragraphs(String key, Locale language, Object... arguments) {
    return Arrays.asList(text(key, language, arguments).split("\n"));
  }

  private String text(String key, Locale language, Object... arguments) {
    return messages.getMessage(key, arguments, language);
  }
}
