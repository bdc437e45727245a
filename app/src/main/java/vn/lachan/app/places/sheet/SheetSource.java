package vn.lachan.app.places.sheet;

import java.util.List;

/** A checked file whose rows can be read again and again. */
interface SheetSource {
  List<String> names();

  List<SheetNote> notes();

  void read(int sheet, RowTaker taker);
}
