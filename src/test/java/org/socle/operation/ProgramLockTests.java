package org.socle.operation;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;

class ProgramLockTests {

  private record Address(String getJdbcUrl) implements JdbcConnectionDetails {

    @Override
    public @Nullable String getUsername() {
      return null;
    }

    @Override
    public @Nullable String getPassword() {
      return null;
    }
  }

  private final Address database = new Address(TestDatabase.createUrl());

  @Test
  void letsProgramsRunBesideEachOther() {
    try (ProgramLock first = ProgramLock.take(database, false)) {
      assertThatCode(() -> ProgramLock.take(database, false).close()).doesNotThrowAnyException();
      assertThatCode(first::toString).doesNotThrowAnyException();
    }
  }

  /** Repeated: the lock must be free at the very moment the program has closed. */
  @RepeatedTest(40)
  void refusesACommandBesideARunningProgram() {
    try (ProgramLock program = ProgramLock.take(database, false)) {
      assertThatThrownBy(() -> ProgramLock.take(database, true))
          .as("beside %s", program)
          .isInstanceOf(StartRefusedException.class)
          .hasMessage("The program is running on this database; stop it first.");
    }
    ProgramLock.take(database, true).close();
  }

  @Test
  void refusesAProgramBesideACommand() {
    try (ProgramLock command = ProgramLock.take(database, true)) {
      assertThatThrownBy(() -> ProgramLock.take(database, false))
          .as("beside %s", command)
          .isInstanceOf(StartRefusedException.class)
          .hasMessageContaining("A command is running on this database");
    }
  }

  @Test
  void saysWhatToCheckWhenTheDatabaseDoesNotAnswer() {
    assertThatThrownBy(
            () -> ProgramLock.take(new Address("jdbc:postgresql://127.0.0.1:1/none?user=x"), false))
        .isInstanceOf(StartRefusedException.class)
        .hasMessageContaining("SPRING_DATASOURCE_URL");
  }
}
