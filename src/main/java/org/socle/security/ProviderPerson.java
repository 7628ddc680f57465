package org.socle.security;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.socle.tracking.TypedText;

/**
 * Who the provider says is there.
 *
 * @param issuer the provider
 * @param subject its name for the person, which it never gives to anybody else
 * @param claimsAt when it made the claims
 * @param claims all that it says
 */
record ProviderPerson(String issuer, String subject, Instant claimsAt, Map<String, Object> claims) {

  private static final int LONGEST_NAME = 160;
  private static final int LONGEST_ADDRESS = 254;
  private static final int LONGEST_LOGIN_NAME = 50;
  private static final int LONGEST_SUBJECT = 255;

  /** Claims without a time are older than all that have one. */
  static ProviderPerson of(
      String issuer, String subject, @Nullable Instant made, Map<String, Object> claims) {
    return new ProviderPerson(issuer, subject, made == null ? Instant.EPOCH : made, claims);
  }

  /** Whether the subject is one that OpenID Connect allows. */
  boolean named() {
    return !subject.isBlank()
        && subject.length() <= LONGEST_SUBJECT
        && TypedText.clean(subject, false);
  }

  /** Name that others read. */
  String displayName() {
    return Stream.of("name", "preferred_username", "given_name", "client_id", "azp")
        .map(this::text)
        .filter(text -> !text.isBlank() && TypedText.clean(text, false))
        .map(text -> text.length() > LONGEST_NAME ? text.substring(0, LONGEST_NAME) : text)
        .findFirst()
        .orElse("?");
  }

  /** The address, if the provider has checked that it is the person's; else empty. */
  String email() {
    String address = text("email");
    boolean usable =
        Boolean.TRUE.equals(claims.get("email_verified"))
            && address.length() <= LONGEST_ADDRESS
            && TypedText.clean(address, false)
            && address.indexOf('@') > 0;
    return usable ? address : "";
  }

  /** en, fr or es. */
  String language() {
    String language = Locale.forLanguageTag(text("locale").replace('_', '-')).getLanguage();
    return Set.of("en", "fr", "es").contains(language) ? language : "en";
  }

  /** A login name of the letters that we allow, not yet unique. */
  String loginName() {
    String wish = text("preferred_username").isBlank() ? text("email") : text("preferred_username");
    int at = wish.indexOf('@');
    String kept =
        (at > 0 ? wish.substring(0, at) : wish)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9.-]+", "-")
            .replaceAll("^[-.]+|[-.]+$", "");
    String cut = kept.length() > LONGEST_LOGIN_NAME ? kept.substring(0, LONGEST_LOGIN_NAME) : kept;
    return cut.length() < 2 ? "person" : cut;
  }

  private String text(String claim) {
    @Nullable Object value = claims.get(claim);
    return value instanceof String text ? text.strip() : "";
  }
}
