package org.socle.security;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.socle.country.Countries;
import org.socle.evidence.Evidence;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds the account of a person whom the provider names, makes it on first sight, and lets its
 * grants follow the claims. What was granted by hand is left alone (decision record 0027).
 */
class OidcAccounts {

  private final OidcAccountTable rows;
  private final OidcRoleTable table;
  private final IdentityDirectory directory;
  private final Countries countries;
  private final Evidence evidence;

  OidcAccounts(
      OidcAccountTable rows,
      OidcRoleTable table,
      IdentityDirectory directory,
      Countries countries,
      Evidence evidence) {
    this.rows = rows;
    this.table = table;
    this.directory = directory;
    this.countries = countries;
    this.evidence = evidence;
  }

  /**
   * The account of a person, with the groups of this moment; an {@link OidcRefusedException} when
   * the account is closed or nothing grants it a role. Grants that were taken away stay away then.
   */
  @Transactional(noRollbackFor = OidcRefusedException.class)
  SignedInAccount of(ProviderPerson person) {
    if (!person.named()) {
      throw new OidcRefusedException(SignInRefusal.FAILED);
    }
    Set<ProviderGrant> grants = possible(table.grants(person.claims()));
    OidcAccountTable.Identity known = rows.identity(person).orElse(null);
    if (known != null && !known.open()) {
      throw new OidcRefusedException(SignInRefusal.CLOSED);
    }
    String accountId = known == null ? firstSight(person, grants) : follow(known, person, grants);
    Set<String> groups = directory.groupsOf(accountId);
    if (groups.isEmpty()) {
      throw new OidcRefusedException(SignInRefusal.NO_ROLE);
    }
    return rows.signedIn(accountId, groups)
        .orElseThrow(() -> new OidcRefusedException(SignInRefusal.CLOSED));
  }

  /** Nobody gets an account who could open no door with it. */
  private String firstSight(ProviderPerson person, Set<ProviderGrant> grants) {
    if (grants.isEmpty()) {
      throw new OidcRefusedException(SignInRefusal.NO_ROLE);
    }
    rows.lockFirstSight();
    Optional<OidcAccountTable.Identity> faster = rows.identity(person);
    if (faster.isPresent()) {
      return follow(faster.get(), person, grants);
    }
    String accountId = rows.create(person);
    rows.link(person, accountId);
    rows.replaceGrants(accountId, grants);
    evidence.record(
        null, Evidence.SYSTEM, "account.created", accountId, facts(person.issuer(), grants));
    return accountId;
  }

  private String follow(
      OidcAccountTable.Identity known, ProviderPerson person, Set<ProviderGrant> grants) {
    String accountId = known.accountId();
    boolean older = person.claimsAt().isBefore(known.claimsAt());
    // A request with the token of the request before it writes nothing.
    boolean same =
        person.claimsAt().equals(known.claimsAt()) && rows.grants(accountId).equals(grants);
    if (!older && !same && rows.newest(person) && !rows.grants(accountId).equals(grants)) {
      rows.replaceGrants(accountId, grants);
      evidence.record(
          null, Evidence.SYSTEM, "account.granted", accountId, facts(person.issuer(), grants));
    }
    return accountId;
  }

  /** A country that is not set up grants nothing until it is. */
  private Set<ProviderGrant> possible(Set<ProviderGrant> grants) {
    Set<ProviderGrant> possible = new LinkedHashSet<>(grants);
    possible.removeIf(grant -> unknown(grant.country()));
    return possible;
  }

  private boolean unknown(@Nullable String country) {
    return country != null && countries.find(country).isEmpty();
  }

  private static Map<String, Object> facts(String issuer, Set<ProviderGrant> grants) {
    return Map.of(
        "issuer",
        issuer,
        "roles",
        grants.stream().map(grant -> grant.role().name()).distinct().sorted().toList(),
        "functions",
        grants.stream()
            .filter(grant -> grant.function() != null)
            .map(grant -> grant.function() + "@" + grant.country())
            .sorted()
            .toList(),
        "countries",
        grants.stream()
            .map(ProviderGrant::country)
            .filter(java.util.Objects::nonNull)
            .distinct()
            .sorted()
            .toList());
  }
}
