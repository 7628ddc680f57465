package org.socle.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The sign-in page and the start page with the doors of the reader's roles. */
@Controller
class HomeController {

  /** A door with the key of its texts. */
  record Tile(String href, String name) {}

  /** Why a sign-in was refused without a look at the password. */
  private static final List<String> REFUSED = List.of("too-many", "codes");

  private final SignedIn signedIn;

  HomeController(SignedIn signedIn) {
    this.signedIn = signedIn;
  }

  @GetMapping("/login")
  String login(
      @RequestParam(required = false) @Nullable String error,
      @RequestParam(name = "signed-out", required = false) @Nullable String signedOut,
      @RequestParam Map<String, String> query,
      Model model) {
    model.addAttribute(
        "refused", REFUSED.stream().filter(query::containsKey).findFirst().orElse(""));
    model.addAttribute("setUp", query.containsKey("set-up"));
    model.addAttribute("failed", error != null);
    model.addAttribute("signedOut", signedOut != null);
    return "login";
  }

  @GetMapping("/")
  String home(Model model) {
    if (!signedIn.present()) {
      return "redirect:/login";
    }
    model.addAttribute("doors", tiles(signedIn.actor().groups()));
    return "home";
  }

  private static List<Tile> tiles(Set<String> groups) {
    List<Tile> tiles = new ArrayList<>();
    if (groups.contains(SignedIn.STAKEHOLDER)) {
      tiles.add(new Tile("/my-tasks", "my-tasks"));
    }
    if (groups.contains(SignedIn.COORDINATOR)) {
      tiles.add(new Tile("/camunda/app/tasklist/default/", "tasklist"));
    }
    if (CasesController.mayRead(groups)) {
      tiles.add(new Tile("/cases", "cases"));
    }
    if (groups.contains(SignedIn.FOCAL_POINT)) {
      tiles.add(new Tile("/request", "request"));
    }
    if (groups.contains(SignedIn.COORDINATOR) || groups.contains(SignedIn.ADMINISTRATOR)) {
      tiles.add(new Tile("/people", "people"));
    }
    if (groups.contains(SignedIn.ADMINISTRATOR)) {
      tiles.add(new Tile("/camunda/app/cockpit/default/", "cockpit"));
      tiles.add(new Tile("/camunda/app/admin/default/", "admin"));
    }
    return tiles;
  }
}
