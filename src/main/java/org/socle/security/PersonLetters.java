package org.socle.security;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.socle.notification.Letter;
import org.socle.notification.Letters;
import org.socle.security.AccountTable.Standing;
import org.socle.security.LinkTable.Link;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes the mails with one-time links; the token is made while the mail leaves. */
@Component
class PersonLetters implements Letters {

  private static final String RECIPIENT = "account-";

  private final LinkTable links;
  private final AccountTable accounts;
  private final JdbcClient jdbc;

  PersonLetters(LinkTable links, AccountTable accounts, JdbcClient jdbc) {
    this.links = links;
    this.accounts = accounts;
    this.jdbc = jdbc;
  }

  @Override
  public boolean knows(String kind) {
    return Arrays.stream(LinkPurpose.values()).anyMatch(purpose -> purpose.mail().equals(kind));
  }

  @Override
  @Transactional
  public Optional<Letter> write(String kind, String recipient, String event) {
    Optional<Standing> account = accounts.lock(recipient.substring(RECIPIENT.length()));
    // Asked after the lock: a newer link, or a closing, may have come in between.
    Optional<Link> link = links.byId(event).filter(found -> found.state() == LinkState.OPEN);
    return account
        .filter(person -> !person.email().isEmpty())
        .flatMap(person -> link.map(found -> letter(person, found)));
  }

  private Letter letter(Standing person, Link link) {
    return new Letter(
        person.email(),
        person.language(),
        List.of(person.displayName(), person.loginName(), name(link.createdBy())),
        link.purpose().path(links.mint(link.id())));
  }

  private String name(String accountId) {
    return jdbc.sql("select display_name from account where id = ?")
        .param(accountId)
        .query(String.class)
        .optional()
        .orElse("Socle");
  }
}
