package org.socle.notification;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import org.jspecify.annotations.Nullable;
import org.socle.notification.GroupLetter.Sitting;
import org.socle.notification.MailWords.Invitation;
import org.springframework.stereotype.Component;

/**
 * Writes a sitting for calendars: published, not requested, since nobody reads answers to our mails
 * (record 0032). A sitting has a day and no hour.
 */
@Component
class SittingCalendar {

  static final String TYPE = "text/calendar; charset=UTF-8; method=PUBLISH";

  private final NotificationProperties settings;
  private final Clock clock;

  SittingCalendar(NotificationProperties settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  byte[] write(Invitation invitation, String link) {
    Calendar calendar = new Calendar();
    calendar.add(new ProdId("-//Socle//National dialogue//EN"));
    calendar.withDefaults();
    calendar.add(ImmutableMethod.PUBLISH);
    calendar.add(event(invitation, link));
    try {
      StringWriter text = new StringWriter();
      new CalendarOutputter().output(calendar, text);
      return text.toString().getBytes(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private VEvent event(Invitation invitation, String link) {
    Sitting sitting = invitation.sitting();
    VEvent event = new VEvent(false);
    event.add(new Uid("round-" + sitting.id() + "@" + settings.domain()));
    event.add(new DtStamp(clock.instant()));
    event.add(new Sequence(sitting.version()));
    event.add(new DtStart<>(sitting.day()));
    event.add(new DtEnd<>(sitting.day().plusDays(1)));
    event.add(new Summary(Plain.line(invitation.summary())));
    event.add(new Organizer(new ParameterList(), URI.create("mailto:" + settings.address())));
    event.add(new Url(URI.create(link)));
    place(event, sitting.place());
    if (sitting.agenda() != null) {
      event.add(new Description(Plain.lines(sitting.agenda())));
    }
    return event;
  }

  private static void place(VEvent event, @Nullable String place) {
    if (place != null) {
      event.add(new Location(Plain.line(place)));
    }
  }
}
