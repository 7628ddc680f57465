package org.socle.portal;

import io.nayuki.qrcodegen.QrCode;

/**
 * A QR code as one path of an SVG picture, drawn on the page itself: no other server learns the
 * key.
 *
 * @param size of a side with its white margin, in modules
 * @param path dark modules
 */
record QrPicture(int size, String path) {

  private static final int MARGIN = 4;

  static QrPicture of(String text) {
    QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
    StringBuilder path = new StringBuilder();
    for (int row = 0; row < code.size; row++) {
      for (int column = 0; column < code.size; column++) {
        int dark = run(code, row, column);
        if (dark > 0) {
          path.append('M').append(column + MARGIN).append(' ').append(row + MARGIN);
          path.append('h').append(dark).append("v1h-").append(dark).append('z');
          column += dark;
        }
      }
    }
    return new QrPicture(code.size + 2 * MARGIN, path.toString());
  }

  /** How many dark modules stand side by side from here on; outside the code none is dark. */
  private static int run(QrCode code, int row, int column) {
    int dark = 0;
    while (code.getModule(column + dark, row)) {
      dark++;
    }
    return dark;
  }
}
