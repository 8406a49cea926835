package io.github.iremote.pace;

import io.github.iremote.bmw.cardata.Book;
import io.github.iremote.bmw.cardata.Purpose;
import java.time.Instant;
import java.util.List;

/** What the book of calls leaves to polls. */
record BookBudget(Book book) implements Budget {

  @Override
  public Instant nextAllowed(Instant now) {
    return book.quota().nextAllowed(Purpose.POLL, now);
  }

  @Override
  public int spendable(Instant now, Instant until) {
    return book.quota().spendable(now, until);
  }

  @Override
  public List<Instant> calls() {
    return book.quota().calls();
  }
}
