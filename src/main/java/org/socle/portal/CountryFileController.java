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
    String text = parameters.getOrDefault(TEXT, "").replace("\r\n", "\n");
    try {
      text = text(request, text);
      return step(actor, text, parameters, say, model);
    } catch (AlreadySentException sent) {
      response.setStatus(HttpStatus.CONFLICT.value());
      return draw(text, List.of(problem(say.text("error.sent-before"))), model);
    } catch (RefusedUploadException | RefusedCountryException | InvalidFormException refused) {
      response.setStatus(HttpStatus.BAD_REQUEST.value());
      return draw(text, problems(refused, say), model);
    }
  }

  private String step(
      Actor actor, String text, Map<String, String> parameters, Say say, Model model) {
    String step = parameters.getOrDefault(Posted.STEP, "check");
    if ("change".equals(step)) {
      return draw(text, List.of(), model);
    }
    CountryFile wanted = setUp.read(text.getBytes(StandardCharsets.UTF_8));
    if ("send".equals(step)) {
      Map<String, String> typed = typed(text, parameters.getOrDefault(CountryDesk.VERSION, ""));
      String drawn = parameters.get(SendOnce.FIELD);
      return "redirect:" + desk.store(actor, drawn, wanted, typed) + "?saved";
    }
    CountrySetUp.Preview change = setUp.preview(wanted);
    return change.changed().isEmpty()
        ? "redirect:/countries/" + wanted.iso3() + "?same"
        : desk.check(change, ADDRESS, typed(text, Integer.toString(change.version())), say, model);
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

  private static List<FormView.Problem> problems(RuntimeException refused, Say say) {
    if (refused instanceof RefusedUploadException upload) {
      return List.of(problem(say.text(upload.key(), upload.arguments().toArray())));
    }
    if (refused instanceof RefusedCountryException file) {
      return file.problems().stream().map(one -> problem(words(one, say))).toList();
    }
    return ((InvalidFormException) refused)
        .errors().stream()
            .map(error -> problem(say.error(error.message(), error.arguments())))
            .toList();
  }

  private static String words(RefusedCountryException.Problem problem, Say say) {
    String said = say.error(problem.error().message(), problem.error().arguments());
    String field = problem.error().field();
    String named = field.isEmpty() ? said : say.pair(field, said);
    return problem.line() == 0
        ? named
        : say.pair(say.text("countries.file.line", problem.line()), named);
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
