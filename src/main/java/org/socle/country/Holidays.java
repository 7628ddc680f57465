package org.socle.country;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.net.URL;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Public holidays by calendar code: those of Socle's own files, else those of jollyday, else none.
 */
@Component
class Holidays {

  private final Map<String, Optional<HolidayManager>> calendars = new ConcurrentHashMap<>();

  boolean contains(String code, LocalDate day) {
    return calendars
        .computeIfAbsent(code, Holidays::load)
        .map(calendar -> calendar.isHoliday(day))
        .orElse(false);
  }

  private static Optional<HolidayManager> load(String code) {
    URL own = Holidays.class.getResource("holidays_" + code + ".xml");
    if (own != null) {
      return Optional.of(HolidayManager.getInstance(ManagerParameters.create(own)));
    }
    if (HolidayManager.class.getResource("/holidays/Holidays_" + code + ".xml") != null) {
      return Optional.of(HolidayManager.getInstance(ManagerParameters.create(code)));
    }
    return Optional.empty();
  }
}
