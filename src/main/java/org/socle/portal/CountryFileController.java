package org.socle.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.socle.document.RefusedUploadException;
import org.socle.document.UploadCheck;
import org.socle.setup.CountryFile;
import org.socle.setup.CountrySetUp;
import org.socle.setup.RefusedCountryException;
import org.socle.tracking.Actor;
import org.socle.tracking.AlreadySentException;
import org.socle.tracking.InvalidFormException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

/** Sets up or changes a country by its file, sent or pasted: the one door that takes files. */
@Controller
@RequestMapping("/countries/file")
class CountryFileController {

  private static final String ADDRESS = "/countries/file";
  private static final String TEXT = "text";
  private static final String FILE = "file";

  private final CountryDesk desk;
  private final CountrySetUp setUp;

  CountryFileController(CountryDesk desk, CountrySetUp setUp) {
    this.desk = desk;
    this.setUp = setUp;
  }

  @GetMapping
  String open(
      @RequestParam(required = false) @Nullable String country,
      @ModelAttribute(name = "say", binding = false) Say say,
      Model model) {
    desk.administrator();
    String text = country == null ? "" : setUp.print(country).orElse("");
    return draw(text, List.of(), model);
  }

  @PostMapping
  String post(
      HttpServletRequest request,
      @RequestParam Map<String, String> parameters,
      @ModelAttribute(name = "say", binding = false) Say say,
      Model model,
      HttpServletResponse response) {
    Actor actor = desk.administrator();
    String pasted = parameters.getOrDefault(TEXT, "").replace("\r\n", "\n");
    String step = parameters.getOrDefault(Posted.STEP, "check");
    try {
      if ("change".equals(step)) {
        return draw(pasted, List.of(), model);
      }
      String text = text(request, pasted);
      pasted = text;
      CountryFile wanted = setUp.read(text.getBytes(StandardCharsets.UTF_8));
      if ("send".equals(step)) {
        Map<String, String> typed = typed(text, parameters.getOrDefault(CountryDesk.VERSION, ""));
        return "redirect:"
            + desk.store(actor, parameters.get(SendOnce.FIELD), wanted, typed)
            + "?saved";
      }
      CountrySetUp.Preview change = setUp.preview(wanted);
      return change.changed().isEmpty()
          ? "redirect:/countries/" + wanted.iso3() + "?same"
          : desk.check(
              change, ADDRESS, typed(text, Integer.toString(change.version())), say, model);
    } catch (AlreadySentException sent) {
      response.setStatus(HttpStatus.CONFLICT.value());
      return draw(pasted, List.of(problem(say.text("error.sent-before"))), model);
    } catch (RefusedUploadException refused) {
      response.setStatus(HttpStatus.BAD_REQUEST.value());
      return draw(
          pasted, List.of(problem(say.text(refused.key(), refused.arguments().toArray()))), model);
    } catch (RefusedCountryException refused) {
      response.setStatus(HttpStatus.BAD_REQUEST.value());
      return draw(pasted, problems(refused, say), model);
    } catch (InvalidFormException refused) {
      response.setStatus(HttpStatus.BAD_REQUEST.value());
      return draw(
          pasted,
          refused.errors().stream()
              .map(error -> problem(say.error(error.message(), error.arguments())))
              .toList(),
          model);
    }
  }

  /** The text of the file that was sent, else the pasted one. */
  private static String text(HttpServletRequest request, String pasted) {
    List<MultipartFile> sent = sent(request);
    if (sent.size() > 1 || !sent.isEmpty() && !pasted.isBlank()) {
      throw InvalidFormException.of("", "countries.file.one");
    }
    if (sent.isEmpty()) {
      if (pasted.isBlank()) {
        throw InvalidFormException.of("", "countries.file.none");
      }
      return pasted;
    }
    try {
      MultipartFile file = sent.get(0);
      byte[] content =
          UploadCheck.check(
                  file.getOriginalFilename(),
                  file.getBytes(),
                  UploadCheck.Type.YAML,
                  CountrySetUp.LARGEST_FILE)
              .content();
      return new String(content, StandardCharsets.UTF_8)
          .replace("\uFEFF", "")
          .replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // A field of files that was left empty comes as a part without a name.
  private static List<MultipartFile> sent(HttpServletRequest request) {
    MultipartHttpServletRequest parts =
        WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
    if (parts == null) {
      return List.of();
    }
    List<MultipartFile> sent = new ArrayList<>();
    parts.getMultiFileMap().values().forEach(sent::addAll);
    sent.removeIf(
        file ->
            file.isEmpty()
                && (file.getOriginalFilename() == null || file.getOriginalFilename().isEmpty()));
    if (sent.stream().anyMatch(file -> !FILE.equals(file.getName()))) {
      throw InvalidFormException.of("", "countries.file.one");
    }
    return sent;
  }

  private static Map<String, String> typed(String text, String version) {
    Map<String, String> typed = new LinkedHashMap<>();
    typed.put(TEXT, text);
    typed.put(CountryDesk.VERSION, version);
    return typed;
  }

  private static List<FormView.Problem> problems(RefusedCountryException refused, Say say) {
    return refused.problems().stream()
        .map(
            problem -> {
              String said = say.error(problem.error().message(), problem.error().arguments());
              String field = problem.error().field();
              String named = field.isEmpty() ? said : say.pair(field, said);
              return problem(
                  problem.line() == 0
                      ? named
                      : say.pair(say.text("countries.file.line", problem.line()), named));
            })
        .toList();
  }

  private static FormView.Problem problem(String text) {
    return new FormView.Problem("field-text", text);
  }

  private static String draw(String text, List<FormView.Problem> problems, Model model) {
    model.addAttribute("problems", problems);
    model.addAttribute("text", text);
    model.addAttribute("largest", CountrySetUp.LARGEST_FILE / 1024);
    return "country-file";
  }
}
