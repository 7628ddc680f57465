package org.socle.country;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class CountriesTests {

  private static final Instant NOW = Instant.parse("2027-03-10T10:00:00Z");

  private final CountryTable table = mock(CountryTable.class);
  private final CaseClock clock = new CaseClock();
  private final Countries countries = new Countries(table, clock);

  @BeforeEach
  void holdClock() {
    clock.hold(NOW);
    stands("en");
  }

  @AfterEach
  void endTransaction() {
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.clearSynchronization();
    }
  }

  private void stands(String workingLanguage) {
    when(table.all()).thenReturn(List.of(profile("XTR", workingLanguage)));
  }

  private static CountryProfile profile(String iso3, String workingLanguage) {
    return new CountryProfile(
        iso3,
        Map.of("en", iso3),
        ZoneOffset.UTC,
        List.of(),
        workingLanguage,
        EnumSet.allOf(java.time.DayOfWeek.class),
        "",
        List.of(),
        "GROUPS_PRESENT",
        List.of(),
        Map.of(),
        1);
  }

  @Test
  void readsTheTableOnceForManyCalls() {
    for (int call = 0; call < 1000; call++) {
      clock.hold(NOW.plusMillis(call));
      assertThat(countries.of("XTR").workingLanguage()).isEqualTo("en");
      assertThat(countries.all()).hasSize(1);
    }
    verify(table, times(1)).all();
    verify(table, times(0)).find(any());
  }

  @Test
  void seesWithinThirtySecondsWhatAnotherNodeHasChanged() {
    countries.of("XTR");
    stands("fr");
    clock.hold(NOW.plusSeconds(19));
    assertThat(countries.of("XTR").workingLanguage()).isEqualTo("en");
    clock.hold(NOW.plusSeconds(30));
    assertThat(countries.of("XTR").workingLanguage()).isEqualTo("fr");
    assertThat(Countries.KEPT).isLessThan(Duration.ofSeconds(30));
  }

  @Test
  void readsAgainWhenTheClockWasHeldInThePast() {
    countries.of("XTR");
    stands("fr");
    clock.hold(NOW.minus(Duration.ofDays(4000)));
    assertThat(countries.of("XTR").workingLanguage()).isEqualTo("fr");
  }

  @Test
  void findsAtOnceACountryThatAnotherNodeHasSetUp() {
    countries.of("XTR");
    when(table.find("XAR")).thenReturn(Optional.of(profile("XAR", "fr")));
    assertThat(countries.of("XAR").workingLanguage()).isEqualTo("fr");
    assertThatThrownBy(() -> countries.of("XXX")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void seesItsOwnChangeAtOnceAndForgetsWhatWasReadInsideTheTransaction() {
    countries.of("XTR");
    TransactionSynchronizationManager.initSynchronization();
    when(table.update(any())).thenReturn(true);
    assertThat(countries.change(profile("XTR", "fr"))).isTrue();
    stands("fr");
    assertThat(countries.of("XTR").workingLanguage()).isEqualTo("fr");
    // rolled back: what was read inside counts no more
    stands("en");
    TransactionSynchronizationManager.getSynchronizations()
        .forEach(each -> each.afterCompletion(TransactionSynchronization.STATUS_ROLLED_BACK));
    assertThat(countries.of("XTR").workingLanguage()).isEqualTo("en");
  }

  @Test
  void doesNotKeepWhatWasReadWhileAChangeCameBetween() {
    when(table.update(any())).thenReturn(true);
    when(table.all())
        .thenAnswer(
            call -> {
              countries.change(profile("XTR", "fr"));
              return List.of(profile("XTR", "en"));
            })
        .thenReturn(List.of(profile("XTR", "fr")));
    countries.of("XTR");
    assertThat(countries.of("XTR").workingLanguage()).isEqualTo("fr");
  }
}
