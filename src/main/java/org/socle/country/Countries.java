package org.socle.country;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The countries of this installation.
 *
 * <p>Every duty, page and term asks for one, so all are read together and kept for {@link #KEPT}:
 * what is changed here counts at once, what another node changed after that time.
 */
@Component
public class Countries {

  /** How long profiles are kept before they are read again. */
  static final Duration KEPT = Duration.ofSeconds(20);

  /** What was read, and when. */
  private record Known(Map<String, CountryProfile> profiles, Instant readAt) {}

  private final CountryTable table;
  private final Clock clock;
  private final AtomicReference<@Nullable Known> known = new AtomicReference<>();

  /** Counts the changes made here: what was read before one must not be kept after it. */
  private final AtomicInteger changes = new AtomicInteger();

  Countries(CountryTable table, Clock clock) {
    this.table = table;
    this.clock = clock;
  }

  /** The profile of a country; an {@link IllegalArgumentException} when it is not set up. */
  public CountryProfile of(String iso3) {
    return find(iso3)
        .orElseThrow(() -> new IllegalArgumentException("No country " + iso3 + " is set up"));
  }

  /** The profile of a country, if it is set up; one that another node has just set up is found. */
  public Optional<CountryProfile> find(String iso3) {
    return Optional.ofNullable(profiles().get(iso3)).or(() -> table.find(iso3));
  }

  /** All profiles in order of their English names. */
  public List<CountryProfile> all() {
    return List.copyOf(profiles().values());
  }

  /** The profile as it stands in the table now, for somebody who is about to change it. */
  public Optional<CountryProfile> fresh(String iso3) {
    return table.find(iso3);
  }

  /** Stores a new country in the caller's transaction; false when it is there already. */
  public boolean setUp(CountryProfile profile) {
    forgetWhenDone();
    return table.insert(profile);
  }

  /**
   * Stores what a country has become in the caller's transaction; false when it has been changed
   * since the version of the profile was read.
   */
  public boolean change(CountryProfile profile) {
    forgetWhenDone();
    return table.update(profile);
  }

  private Map<String, CountryProfile> profiles() {
    Instant now = clock.instant();
    Known have = known.get();
    if (have != null && Duration.between(have.readAt(), now).abs().compareTo(KEPT) < 0) {
      return have.profiles();
    }
    int before = changes.get();
    Map<String, CountryProfile> read = new LinkedHashMap<>();
    table.all().forEach(profile -> read.put(profile.iso3(), profile));
    known.set(new Known(read, now));
    if (changes.get() != before) {
      known.set(null);
    }
    return read;
  }

  // Whatever was read inside the transaction may be undone; whatever was read beside it is old.
  private void forgetWhenDone() {
    forget();
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
              forget();
            }
          });
    }
  }

  private void forget() {
    changes.incrementAndGet();
    known.set(null);
  }
}
