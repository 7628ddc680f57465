package org.socle.portal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.socle.country.Countries;
import org.socle.country.CountryProfile;
import org.socle.setup.CountryFile;
import org.socle.setup.CountrySetUp;
import org.socle.tracking.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;

/** Who may see and change which country, and the page on which a change is checked. */
@Component
class CountryDesk {

  /** Name of the hidden field with the version that was read. */
  static final String VERSION = "_version";

  private final SignedIn signedIn;
  private final Countries countries;
  private final CountrySetUp setUp;
  private final SendOnce once;

  CountryDesk(SignedIn signedIn, Countries countries, CountrySetUp setUp, SendOnce once) {
    this.signedIn = signedIn;
    this.countries = countries;
    this.setUp = setUp;
    this.once = once;
  }

  /** Who reads the pages of countries: administrators all of them, coordinators their own. */
  Actor reader() {
    return signedIn.require(SignedIn.ADMINISTRATOR, SignedIn.COORDINATOR);
  }

  /** Who sets up countries. */
  Actor administrator() {
    return signedIn.require(SignedIn.ADMINISTRATOR);
  }

  /** The countries that somebody may see. */
  List<CountryProfile> visible(Actor actor) {
    return countries.all().stream().filter(one -> maySee(actor, one.iso3())).toList();
  }

  /** A country as it stands; a 403 when it is another's, a 404 when there is none. */
  CountrySetUp.Current open(String iso3, Actor actor) {
    if (!maySee(actor, iso3)) {
      throw new AccessDeniedException(iso3 + " is not a country of this account");
    }
    return current(iso3).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  /** A country as it stands, if it is set up. */
  Optional<CountrySetUp.Current> current(String iso3) {
    return setUp.of(iso3);
  }

  /** Who may change a part; a 403 for anybody else. */
  Actor mayChange(CountryPart part) {
    Actor actor = reader();
    if (!part.mayChange(actor)) {
      throw new AccessDeniedException("The part " + part.code() + " is for administrators");
    }
    return actor;
  }

  private static boolean maySee(Actor actor, String iso3) {
    return administers(actor) || actor.countries().contains(iso3);
  }

  static boolean administers(Actor actor) {
    return actor.groups().contains(SignedIn.ADMINISTRATOR);
  }

  /** Stores what was checked; returns the address of the country's page. */
  String store(Actor actor, @Nullable String drawn, CountryFile file, Map<String, String> typed) {
    return once.sendForm(
        actor,
        drawn,
        file.iso3(),
        typed,
        () -> "/countries/" + setUp.store(file, version(typed), actor.accountId()).after().iso3());
  }

  // A form that has lost its version must not overwrite what somebody else has changed.
  private static int version(Map<String, String> typed) {
    String version = typed.getOrDefault(VERSION, "");
    return version.matches("\\d{1,9}") ? Integer.parseInt(version) : -1;
  }

  /** Draws the differences that a change makes, before it is stored. */
  String check(
      CountrySetUp.Preview change, String action, Map<String, String> typed, Say say, Model model) {
    CountryWords words = new CountryWords(say);
    CountryFile before = change.before();
    model.addAttribute("change", change);
    model.addAttribute(
        "country",
        change.after().names().getOrDefault(say.locale().getLanguage(), change.after().iso3()));
    model.addAttribute(
        "differences",
        change.changed().stream()
            .map(
                field ->
                    before == null
                        ? words.fresh(field, change.after())
                        : words.difference(field, before, change.after()))
            .toList());
    model.addAttribute("action", action);
    model.addAttribute("typed", typed);
    return "country-check";
  }
}
