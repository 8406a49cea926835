package io.github.iremote.message.delivery;

import io.github.iremote.json.Section;
import java.util.function.UnaryOperator;

/** Something remembered: from run to run, or for as long as this one lasts. */
interface Kept<T> {
  T get();

  void update(UnaryOperator<T> change);

  static <T> Kept<T> in(Section<T> section) {
    return new Kept<>() {
      @Override
      public T get() {
        return section.get();
      }

      @Override
      public void update(UnaryOperator<T> change) {
        section.update(change);
      }
    };
  }

  static <T> Kept<T> inMemory(T first) {
    return new Kept<>() {
      private T value = first;

      @Override
      public T get() {
        return value;
      }

      @Override
      public void update(UnaryOperator<T> change) {
        value = change.apply(value);
      }
    };
  }
}
