package org.socle.casefile;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.socle.country.Countries;
import org.socle.country.CountryProfile;
import org.socle.evidence.Published;
import org.socle.nationalprocess.CaseEngine;
import org.socle.nationalprocess.CaseRecord;
import org.socle.nationalprocess.Cases;
import org.springframework.stereotype.Service;

/**
 * Carries a file of published facts through the same models, seats, rules and records as a live
 * case.
 */
@Service
public class Replay {

  private final Countries countries;
  private final Published published;
  private final Cases cases;
  private final CaseEngine engine;
  private final CaseDriver driver;
  private final ReplayedCases replayed;
  private final Clock clock;

  Replay(
      Countries countries,
      Published published,
      Cases cases,
      CaseEngine engine,
      CaseDriver driver,
      ReplayedCases replayed,
      Clock clock) {
    this.countries = countries;
    this.published = published;
    this.cases = cases;
    this.engine = engine;
    this.driver = driver;
    this.replayed = replayed;
    this.clock = clock;
  }

  /**
   * Replays a file; a replay that was interrupted is taken up where it stopped.
   *
   * @param progress takes one line for each step
   * @return id of the case
   * @throws RefusedFileException when the file is wrong, its country is not set up, or it was
   *     replayed before
   * @throws IllegalStateException saying where the case stands, when the file leaves a duty without
   *     an answer
   */
  public String run(byte[] content, Consumer<String> progress) {
    CaseFile file = CaseFileReader.read(content, LocalDate.now(clock));
    CountryProfile country = country(file);
    Optional<String> known = published.caseOfFile(file.hash());
    known.map(cases::get).filter(found -> !found.running()).ifPresent(Replay::refuseSecondTime);
    try {
      String caseId = known.isPresent() ? resume(known.get()) : open(file, country.zone());
      progress.accept(cases.get(caseId).reference() + "  " + file.title().get("en"));
      driver.drive(caseId, replayed.script(caseId, file), country.zone(), progress);
      requireEnd(caseId);
      return caseId;
    } finally {
      engine.releaseClock();
    }
  }

  private CountryProfile country(CaseFile file) {
    CountryProfile country =
        countries
            .find(file.country())
            .orElseThrow(
                () -> refused("country " + file.country() + " is not set up in this program"));
    List<String> strangers =
        file.institutions().stream()
            .flatMap(institution -> institution.agencies().stream())
            .filter(agency -> !country.residentAgencies().contains(agency))
            .toList();
    if (!strangers.isEmpty()) {
      throw refused(
          "not set up as resident in " + file.country() + ": " + String.join(", ", strangers));
    }
    return country;
  }

  private String open(CaseFile file, ZoneId zone) {
    engine.holdClock(CaseDriver.begin(file.events().get(0).day(), zone));
    return replayed.open(file);
  }

  /** The clock goes on from the last thing that was done. */
  private String resume(String caseId) {
    engine.holdClock(replayed.lastAct(caseId));
    return caseId;
  }

  private void requireEnd(String caseId) {
    if (!engine.ended(caseId)) {
      throw new IllegalStateException(
          "The file leaves the case at "
              + engine.currentSteps(caseId)
              + " with "
              + replayed.openDuties(caseId));
    }
  }

  private static void refuseSecondTime(CaseRecord found) {
    throw refused("this file was replayed before: " + found.reference());
  }

  private static RefusedFileException refused(String reason) {
    return new RefusedFileException(List.of(new Problem(0, reason)));
  }
}
