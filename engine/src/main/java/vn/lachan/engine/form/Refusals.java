package vn.lachan.engine.form;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong, up to {@link FormLimits#FAULTS}. */
final class Refusals {
  private static final int DETAIL_CHARACTERS = 200;

  private final List<FormRefusal> refusals = new ArrayList<>();

  void add(String path, FormRefusalCode code, String detail) {
    if (refusals.size() < FormLimits.FAULTS) {
      int end = Math.min(detail.length(), DETAIL_CHARACTERS);
      refusals.add(new FormRefusal(path, code, detail.substring(0, end)));
    }
  }

  void add(String path, FormRefusalCode code) {
    add(path, code, "");
  }

  boolean isEmpty() {
    return refusals.isEmpty();
  }

  List<FormRefusal> list() {
    return List.copyOf(refusals);
  }
}
