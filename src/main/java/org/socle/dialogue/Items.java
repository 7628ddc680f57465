package org.socle.dialogue;

import java.util.List;
import java.util.Optional;

/** Reads the items of rounds. */
public interface Items {

  /** All items of a round by code. */
  List<Item> ofRound(String roundId);

  /** Items of a round that wait for their end, by code. */
  List<Item> open(String roundId);

  /** One item. */
  Optional<Item> find(String itemId);
}
