package org.socle.stakeholder;

/**
 * What became of an institution's seat: asked, filled, refused, left empty by the group, or not
 * answered in time.
 */
public enum SeatState {
  INVITED,
  SEATED,
  DECLINED,
  VACANT,
  SILENT
}
