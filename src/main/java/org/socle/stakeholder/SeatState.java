package org.socle.stakeholder;

/**
 * What became of an institution's seat: asked, filled, refused, declared vacant by the chair, or
 * not answered in time.
 */
public enum SeatState {
  INVITED,
  SEATED,
  DECLINED,
  VACANT,
  SILENT
}
