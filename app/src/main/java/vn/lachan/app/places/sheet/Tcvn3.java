package vn.lachan.app.places.sheet;

/**
 * Text for the fonts ".VnTime" and their like: TCVN 5712:1993, third table (also called ABC), one
 * byte a letter, seen as characters of Latin-1. Capital letters with tones do not exist in it;
 * capital fonts show the small ones, which is why they come out small.
 */
final class Tcvn3 {
  private static final String OLD =
      "µ¶·¸¹¨»¼½¾Æ©ÇÈÉÊË®ÌÎÏÐÑªÒÓÔÕÖ×ØÜÝÞßáâãä«åæçèé¬êëìíîïñòóô\u00adõö÷øùúûüýþ¡¢£¤¥¦§";
  private static final String NEW =
      "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵĂÂÊÔƠƯĐ";
  private static final char[] BY_CHARACTER = table();

  private Tcvn3() {}

  static String read(String text) {
    var letters = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      letters.append(c < BY_CHARACTER.length ? BY_CHARACTER[c] : c);
    }
    return letters.toString();
  }

  private static char[] table() {
    if (OLD.length() != NEW.length()) {
      throw new IllegalStateException("The table of TCVN3 has two lengths");
    }
    var table = new char[0x100];
    for (char c = 0; c < table.length; c++) {
      int at = OLD.indexOf(c);
      table[c] = at < 0 ? c : NEW.charAt(at);
    }
    return table;
  }
}
