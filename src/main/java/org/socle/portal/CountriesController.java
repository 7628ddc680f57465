package org.socle.portal;

import java.time.Year;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.socle.country.Countries;
import org.socle.country.CountryProfile;
import org.socle.country.CountryTerm;
import org.socle.country.WorkingCalendar;
import org.socle.setup.CountryFile;
import org.socle.setup.CountrySetUp;
import org.socle.tracking.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** Shows the countries of the installation and what is set for each. */
@Controller
@RequestMapping("/countries")
class CountriesController {

  /** One line of the list. */
  record Line(String iso3, String name, String language, String week, int agencies) {}

  /** A term and whether the country has set it. */
  record TermLine(String name, String span, boolean own) {}

  private final CountryDesk desk;
  private final Countries countries;
  private final WorkingCalendar calendar;

  CountriesController(CountryDesk desk, Countries countries, WorkingCalendar calendar) {
    this.desk = desk;
    this.countries = countries;
    this.calendar = calendar;
  }

  @GetMapping
  String list(@ModelAttribute(name = "say", binding = false) Say say, Model model) {
    Actor actor = desk.reader();
    CountryWords words = new CountryWords(say);
    model.addAttribute(
        "countries", desk.visible(actor).stream().map(one -> line(one, words, say)).toList());
    model.addAttribute("administers", CountryDesk.administers(actor));
    return "countries";
  }

  private static Line line(CountryProfile one, CountryWords words, Say say) {
    return new Line(
        one.iso3(),
        one.name(say.locale()),
        words.language(one.workingLanguage()),
        String.join(
            ", ", one.workWeek().stream().sorted().map(day -> words.day(day.name())).toList()),
        one.residentAgencies().size());
  }

  @GetMapping("/{country}")
  String one(
      @PathVariable String country,
      @ModelAttribute(name = "say", binding = false) Say say,
      Model model) {
    Actor actor = desk.reader();
    CountrySetUp.Current current = desk.open(country, actor);
    CountryFile file = current.file();
    CountryWords words = new CountryWords(say);
    model.addAttribute("file", file);
    model.addAttribute("words", words);
    model.addAttribute("name", file.names().getOrDefault(say.locale().getLanguage(), country));
    model.addAttribute("administers", CountryDesk.administers(actor));
    model.addAttribute("years", years(country, words, say));
    model.addAttribute(
        "terms",
        Arrays.stream(CountryTerm.values())
            .map(
                term ->
                    new TermLine(
                        words.term(term),
                        words.span(CountryWords.spanOf(term, file)),
                        file.terms().containsKey(term.code())))
            .toList());
    return "country";
  }

  private List<CountryWords.FreeYear> years(String country, CountryWords words, Say say) {
    CountryProfile profile = countries.of(country);
    Year first = Year.from(calendar.today(country));
    return Stream.of(first, first.plusYears(1))
        .map(year -> words.year(year, calendar.freeDays(profile, year, say.locale()).stream()))
        .toList();
  }
}
