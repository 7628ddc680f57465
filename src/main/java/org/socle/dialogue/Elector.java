package org.socle.dialogue;

/** A seat of a round's frozen electorate with its side (GOV, EMP, WRK, CSO …). */
public record Elector(String seatId, String side) {}
