package vn.lachan.app.places.sheet;

/** How Vietnamese letters are written in a text of characters. */
enum Script {
  UNICODE {
    @Override
    String read(String text) {
      return text;
    }
  },
  TCVN3 {
    @Override
    String read(String text) {
      return Tcvn3.read(text);
    }
  },
  VNI {
    @Override
    String read(String text) {
      return Vni.read(text);
    }
  };

  abstract String read(String text);
}
